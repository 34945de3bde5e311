// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

/**
 * Average linkage by the nearest-neighbour chain (Murtagh 1983; Muellner 2011) with Lance-Williams updates on all distances:
 * O(n^2) time, 4 n^2 bytes. Mean distances, unlike largest or squared ones, follow from nothing smaller.
 */
final class AverageLinkage {
    /** The most rows whose distances are kept. */
    static final int MOST_ROWS = 16_384;

    private final int n;
    private final double[][] distance;
    private final int[] size;
    private final boolean[] gone;

    private AverageLinkage(double[][] distance, int[] sizes) {
        this.n = distance.length;
        this.size = sizes.clone();
        this.gone = new boolean[n];
        this.distance = distance;
    }

    /**
     * The merges of points.
     *
     * @param distances for each point those to the points before it; changed
     * @param sizes how many rows each point stands for
     */
    static Merges merges(double[][] distances, int[] sizes, Monitor monitor) {
        return new AverageLinkage(distances, sizes).merges(monitor);
    }

    /**
     * The merges of rows.
     *
     * @param cosine whether the rows are unit vectors, apart by the cosine distance
     * @throws ProblemException if the distances of so many rows cannot be kept
     */
    static Merges merges(Matrix x, boolean cosine, Monitor monitor) {
        long bytes = 4L * x.rows() * x.rows();
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (x.rows() > MOST_ROWS || bytes > most) {
            throw new ProblemException("Average linkage keeps the distances of all pairs: " + x.rows()
                    + " slices need " + bytes / 1_000_000 + " MB, and at most " + MOST_ROWS + " slices and "
                    + most / 1_000_000
                    + " MB are allowed; choose a coarser grid, or complete, single or ward linkage.");
        }
        int[] ones = new int[x.rows()];
        Arrays.fill(ones, 1);
        return merges(distances(x, cosine), ones, monitor);
    }

    private static double[][] distances(Matrix x, boolean cosine) {
        double[] rows = x.toRowMajor();
        int d = x.columns();
        double[][] distance = new double[x.rows()][];
        for (int i = 0; i < x.rows(); i++) {
            distance[i] = new double[i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int c = 0; c < d; c++) {
                    double difference = rows[i * d + c] - rows[j * d + c];
                    sum += difference * difference;
                }
                distance[i][j] = cosine ? sum / 2 : Math.sqrt(sum);
            }
        }
        return distance;
    }

    private Merges merges(Monitor monitor) {
        Merges merges = new Merges(n);
        int[] chain = new int[n];
        int length = 0;
        int alive = 0;
        while (merges.count() < n - 1) {
            monitor.check();
            if (length == 0) {
                while (gone[alive]) {
                    alive++;
                }
                chain[length++] = alive;
            }
            int top = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            int nearest = nearest(top, before);
            if (nearest == before) {
                length -= 2;
                merges.add(top, before, merge(top, before));
                if (merges.count() % 64 == 0) {
                    monitor.progress(merges.count() / (double) n, "hierarchical");
                }
            } else {
                chain[length++] = nearest;
            }
        }
        return merges;
    }

    private int nearest(int top, int before) {
        int nearest = before;
        double least = before < 0 ? Double.POSITIVE_INFINITY : between(top, before);
        for (int other = 0; other < n; other++) {
            if (other != top && !gone[other] && between(top, other) < least) {
                least = between(top, other);
                nearest = other;
            }
        }
        return nearest;
    }

    private double between(int a, int b) {
        return a > b ? distance[a][b] : distance[b][a];
    }

    private double merge(int a, int b) {
        double height = between(a, b);
        for (int other = 0; other < n; other++) {
            if (other != a && other != b && !gone[other]) {
                double merged = (size[a] * between(a, other) + size[b] * between(b, other)) / (size[a] + size[b]);
                if (b > other) {
                    distance[b][other] = merged;
                } else {
                    distance[other][b] = merged;
                }
            }
        }
        gone[a] = true;
        size[b] += size[a];
        return height;
    }
}
