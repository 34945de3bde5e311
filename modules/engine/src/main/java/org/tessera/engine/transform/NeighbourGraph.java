// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.tessera.engine.task.Monitor;

/** Rows joined to their nearest neighbours by weighted edges; each edge is there in both directions. Immutable. */
public final class NeighbourGraph {
    private static final int CHECKED = 1024;

    private final int[] starts;
    private final int[] ends;
    private final double[] weights;

    private NeighbourGraph(int[] starts, int[] ends, double[] weights) {
        this.starts = starts;
        this.ends = ends;
        this.weights = weights;
    }

    /** The weight of a row's neighbour, seen from the row. */
    public interface Weight {
        /** Of the {@code rank}-th nearest neighbour of a row, 0 or more. */
        double of(int row, int rank);
    }

    /**
     * The graph of neighbours.
     *
     * @param weight seen from one end
     * @param both makes one weight of those seen from either end; 0 where an end does not see the other
     */
    public static NeighbourGraph of(Neighbours neighbours, Weight weight, DoubleBinaryOperator both, Monitor monitor) {
        int n = neighbours.size();
        int count = neighbours.count();
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < count; rank++) {
                starts[i + 1]++;
                if (back(neighbours, i, rank) < 0) {
                    starts[neighbours.index(i, rank) + 1]++;
                }
            }
            check(i, monitor);
        }
        for (int i = 0; i < n; i++) {
            starts[i + 1] += starts[i];
        }
        int[] ends = new int[starts[n]];
        double[] weights = new double[starts[n]];
        int[] next = Arrays.copyOf(starts, n);
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < count; rank++) {
                int j = neighbours.index(i, rank);
                int back = back(neighbours, i, rank);
                double one = both.applyAsDouble(weight.of(i, rank), back < 0 ? 0 : weight.of(j, back));
                ends[next[i]] = j;
                weights[next[i]++] = one;
                if (back < 0) {
                    ends[next[j]] = i;
                    weights[next[j]++] = one;
                }
            }
            check(i, monitor);
        }
        return new NeighbourGraph(starts, ends, weights);
    }

    private static void check(int row, Monitor monitor) {
        if (row % CHECKED == 0) {
            monitor.check();
        }
    }

    /** At which rank a row is among the neighbours of its neighbour; -1 if it is not. */
    private static int back(Neighbours neighbours, int row, int rank) {
        int other = neighbours.index(row, rank);
        for (int back = 0; back < neighbours.count(); back++) {
            if (neighbours.index(other, back) == row) {
                return back;
            }
        }
        return -1;
    }

    /** The weights, each divided by the root of the product of the sums of weights at either end. */
    public SparseSymmetric normalized() {
        int n = rows();
        double[] degree = new double[n];
        for (int i = 0; i < n; i++) {
            for (int e = starts[i]; e < starts[i + 1]; e++) {
                degree[i] += weights[e];
            }
        }
        double[] values = new double[weights.length];
        for (int i = 0; i < n; i++) {
            for (int e = starts[i]; e < starts[i + 1]; e++) {
                double product = degree[i] * degree[ends[e]];
                values[e] = product > 0 ? weights[e] / Math.sqrt(product) : 0;
            }
        }
        return new SparseSymmetric(starts, ends, values);
    }

    /** Rows. */
    public int rows() {
        return starts.length - 1;
    }

    /** Where the edges of a row begin; those of the last one end where the row after it would begin. */
    public int start(int row) {
        return starts[row];
    }

    /** The other end of an edge. */
    public int end(int edge) {
        return ends[edge];
    }

    /** The weight of an edge. */
    public double weight(int edge) {
        return weights[edge];
    }
}
