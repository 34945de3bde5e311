// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.stream.IntStream;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/**
 * Silhouette coefficients (Rousseeuw 1987), Euclidean, exact: every pair counts. O(n) memory: points are ordered by
 * cluster, so that the distances of a point to one cluster are summed in one plain loop. The sum of a point is made in one
 * fixed order, whatever the number of threads.
 */
public final class Silhouette {
    private static final int BLOCK = 64;

    private final Workers workers;

    /** @param workers the threads that work */
    public Silhouette(Workers workers) {
        this.workers = workers;
    }

    /**
     * The coefficient of each row, -1..1; 0 for the only member of a cluster.
     *
     * @param x slices x features
     * @param labels of the same slices, none without a cluster
     */
    public double[] ofEach(Matrix x, Labels labels, Monitor monitor) {
        int n = x.rows();
        int[] label = labels.toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Integer.compare(label[a], label[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] starts = new int[labels.clusters() + 1];
        for (int c = 0; c < labels.clusters(); c++) {
            starts[c + 1] = starts[c] + labels.sizes().get(c);
        }
        double[][] columns = x.selectRows(order).toColumns();
        double[] result = new double[n];
        workers.forEach((n + BLOCK - 1) / BLOCK, block -> {
            monitor.check();
            double[] squares = new double[n];
            for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
                squaredDistances(columns, i, squares);
                result[order[i]] = coefficient(squares, starts, label[order[i]]);
            }
        });
        return result;
    }

    private static void squaredDistances(double[][] columns, int i, double[] squares) {
        double[] first = columns[0];
        double own = first[i];
        for (int j = 0; j < squares.length; j++) {
            double distance = first[j] - own;
            squares[j] = distance * distance;
        }
        for (int c = 1; c < columns.length; c++) {
            double[] column = columns[c];
            double value = column[i];
            for (int j = 0; j < squares.length; j++) {
                double distance = column[j] - value;
                squares[j] += distance * distance;
            }
        }
    }

    private static double coefficient(double[] squares, int[] starts, int own) {
        int size = starts[own + 1] - starts[own];
        if (size == 1) {
            return 0;
        }
        double within = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c + 1 < starts.length; c++) {
            double sum = 0;
            for (int j = starts[c]; j < starts[c + 1]; j++) {
                sum += Math.sqrt(squares[j]);
            }
            if (c == own) {
                within = sum / (size - 1);
            } else {
                nearest = Math.min(nearest, sum / (starts[c + 1] - starts[c]));
            }
        }
        double larger = Math.max(within, nearest);
        return larger > 0 ? (nearest - within) / larger : 0;
    }
}
