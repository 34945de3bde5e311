// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

/**
 * Agglomerative clustering by the nearest-neighbour chain (Murtagh 1983; Muellner 2011) with Lance-Williams updates on a
 * condensed distance matrix: O(n^2) time, 4 n^2 bytes.
 */
final class NearestNeighbourChain {
    private record Merge(int a, int b, double height) {}

    private final int n;
    private final Linkage linkage;
    private final double[][] distance;
    private final int[] size;
    private final boolean[] gone;

    private NearestNeighbourChain(Matrix x, Linkage linkage) {
        this.n = x.rows();
        this.linkage = linkage;
        this.size = new int[n];
        Arrays.fill(size, 1);
        this.gone = new boolean[n];
        this.distance = distances(x, linkage);
    }

    /** @return a label for every row */
    static int[] cluster(Matrix x, ClusteringSpec.Hierarchical spec, Monitor monitor) {
        long bytes = 4L * x.rows() * x.rows();
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (bytes > most) {
            throw new ProblemException("Hierarchical clustering of " + x.rows() + " slices needs " + bytes / 1_000_000
                    + " MB for distances and may use " + most / 1_000_000 + "; choose a coarser grid or k-means.");
        }
        NearestNeighbourChain chain = new NearestNeighbourChain(x, spec.linkage());
        return cut(x.rows(), chain.merges(monitor), spec.clusters());
    }

    private static double[][] distances(Matrix x, Linkage linkage) {
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
                distance[i][j] = linkage == Linkage.AVERAGE ? Math.sqrt(sum) : sum;
            }
        }
        return distance;
    }

    private List<Merge> merges(Monitor monitor) {
        List<Merge> merges = new ArrayList<>(n);
        int[] chain = new int[n];
        int length = 0;
        int alive = 0;
        while (merges.size() < n - 1) {
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
                merges.add(merge(top, before));
                if (merges.size() % 64 == 0) {
                    monitor.progress(merges.size() / (double) n, "hierarchical");
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

    private Merge merge(int a, int b) {
        double height = between(a, b);
        for (int other = 0; other < n; other++) {
            if (other != a && other != b && !gone[other]) {
                double merged = update(between(a, other), between(b, other), height, size[a], size[b], size[other]);
                if (b > other) {
                    distance[b][other] = merged;
                } else {
                    distance[other][b] = merged;
                }
            }
        }
        gone[a] = true;
        size[b] += size[a];
        return new Merge(a, b, height);
    }

    private double update(double toA, double toB, double ab, int sizeA, int sizeB, int sizeOther) {
        return switch (linkage) {
            case COMPLETE -> Math.max(toA, toB);
            case SINGLE -> Math.min(toA, toB);
            case AVERAGE -> (sizeA * toA + sizeB * toB) / (sizeA + sizeB);
            case WARD ->
                ((sizeA + sizeOther) * toA + (sizeB + sizeOther) * toB - sizeOther * ab)
                        / ((double) sizeA + sizeB + sizeOther);
        };
    }

    private static int[] cut(int n, List<Merge> merges, int clusters) {
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        merges.stream()
                .sorted(Comparator.comparingDouble(Merge::height))
                .limit(n - clusters)
                .forEach(merge -> parent[root(parent, merge.a)] = root(parent, merge.b));
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> root(parent, i));
        return labels;
    }

    private static int root(int[] parent, int start) {
        int node = start;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
