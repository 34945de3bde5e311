// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.stream.IntStream;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Squares;

/**
 * Silhouette coefficients (Rousseeuw 1987), Euclidean, exact: every pair counts, once. Points are ordered by cluster and cut
 * into blocks of one cluster each; a pair of blocks adds each distance to the sum of either point, in loops that the
 * compiler turns into vector instructions. Memory is O(n k + n d). The sums are made in one fixed order, whatever the number
 * of threads.
 */
public final class Silhouette {
    private static final int BLOCK = 256;

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
        DistanceSums sums = new DistanceSums(x.selectRows(order).toColumns(), labels.sizes(), BLOCK);
        double[][] toCluster = sums.compute(workers, monitor);
        double[] result = new double[n];
        int place = 0;
        for (int c = 0; c < labels.clusters(); c++) {
            for (int i = 0; i < labels.sizes().get(c); i++, place++) {
                result[order[place]] = coefficient(toCluster, place, c, labels);
            }
        }
        return result;
    }

    /**
     * The coefficients of some rows, each against all.
     *
     * @param x slices x features
     * @param labels of the same slices, none without a cluster
     * @param chosen rows
     */
    public double[] ofSome(Matrix x, Labels labels, int[] chosen, Monitor monitor) {
        int n = x.rows();
        int[] label = labels.toArray();
        Squares points = new Squares(x.toColumns());
        ThreadLocal<double[]> distances = ThreadLocal.withInitial(() -> new double[n]);
        return workers
                .map(chosen.length, c -> {
                    monitor.check();
                    double[] point = new double[points.width()];
                    points.copyPoint(chosen[c], point, 0);
                    double[] from = distances.get();
                    points.rootsFrom(point, 0, from);
                    double[][] sums = new double[labels.clusters()][1];
                    for (int i = 0; i < n; i++) {
                        sums[label[i]][0] += from[i];
                    }
                    return coefficient(sums, 0, label[chosen[c]], labels);
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double coefficient(double[][] toCluster, int place, int own, Labels labels) {
        int size = labels.sizes().get(own);
        if (size == 1) {
            return 0;
        }
        double within = toCluster[own][place] / (size - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < toCluster.length; c++) {
            if (c != own) {
                nearest = Math.min(nearest, toCluster[c][place] / labels.sizes().get(c));
            }
        }
        double larger = Math.max(within, nearest);
        return larger > 0 ? (nearest - within) / larger : 0;
    }
}
