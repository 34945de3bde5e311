// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/** The nearest neighbours of each row by Euclidean distance, exact: every pair is measured. Immutable. */
public final class Neighbours {
    private final int[][] indices;
    private final double[][] distances;

    private Neighbours(int[][] indices, double[][] distances) {
        this.indices = indices;
        this.distances = distances;
    }

    /**
     * Finds neighbours; a row is none of its own.
     *
     * @param x rows x features, 2 rows or more
     * @param count how many of each row, at most {@code rows - 1}; on a tie the lower index comes first
     * @param workers the threads that work; their number changes nothing
     */
    public static Neighbours of(Matrix x, int count, Workers workers, Monitor monitor) {
        Squares points = new Squares(x.toColumns());
        ThreadLocal<double[]> squares = ThreadLocal.withInitial(() -> new double[x.rows()]);
        int[][] indices = new int[x.rows()][count];
        double[][] distances = new double[x.rows()][count];
        workers.forEach(x.rows(), i -> {
            monitor.check();
            double[] point = new double[points.width()];
            points.copyPoint(i, point, 0);
            double[] from = squares.get();
            points.from(point, 0, from);
            nearest(from, i, indices[i], distances[i]);
        });
        return new Neighbours(indices, distances);
    }

    private static void nearest(double[] squares, int self, int[] indices, double[] nearest) {
        int last = nearest.length - 1;
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int j = 0; j < squares.length; j++) {
            if (squares[j] < nearest[last] && j != self) {
                int at = last;
                for (; at > 0 && nearest[at - 1] > squares[j]; at--) {
                    nearest[at] = nearest[at - 1];
                    indices[at] = indices[at - 1];
                }
                nearest[at] = squares[j];
                indices[at] = j;
            }
        }
        for (int i = 0; i <= last; i++) {
            nearest[i] = Math.sqrt(nearest[i]);
        }
    }

    /** Rows. */
    public int size() {
        return indices.length;
    }

    /** Neighbours a row. */
    public int count() {
        return indices.length == 0 ? 0 : indices[0].length;
    }

    /** Which row the {@code rank}-th nearest (from 0) of a row is. */
    public int index(int row, int rank) {
        return indices[row][rank];
    }

    /** How far the {@code rank}-th nearest (from 0) of a row is. */
    public double distance(int row, int rank) {
        return distances[row][rank];
    }
}
