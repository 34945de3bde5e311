// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;

/**
 * The clusters that are still there, by the place of their centres: a k-d tree whose planes are laid through the rows once;
 * centres come and go. Finds near centres first.
 */
final class CentreTree {
    private static final int LEAF = 8;

    /** Is shown clusters, near ones first. */
    interface Visitor {
        /** Squared distance of centres from which on clusters are of no interest; asked for again and again. */
        double reach();

        /** A cluster within reach, perhaps. */
        void visit(int cluster);
    }

    private final MergeTree clusters;
    private final int d;
    private final int[] axis;
    private final double[] plane;
    private final int[] alive;
    private final int[][] bucket;
    private final int[] placeInBucket;
    private final double[] offsets;
    private double[] query = new double[0];
    private int queryStart;

    /** A tree of the first {@code n} clusters, the rows themselves. */
    CentreTree(MergeTree clusters, int n) {
        this.clusters = clusters;
        this.d = clusters.columns();
        int leaves = Integer.highestOneBit(Math.max(1, (n - 1) / LEAF)) * 2;
        this.axis = new int[leaves];
        this.plane = new double[leaves];
        this.alive = new int[2 * leaves];
        this.bucket = new int[2 * leaves][];
        this.placeInBucket = new int[Math.max(1, 2 * n - 1)];
        this.offsets = new double[d];
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        build(1, leaves, all, 0, n);
    }

    private void build(int node, int leaves, int[] ids, int from, int to) {
        alive[node] = to - from;
        if (node >= leaves) {
            bucket[node] = Arrays.copyOfRange(ids, from, Math.max(to, from + 1));
            for (int i = from; i < to; i++) {
                placeInBucket[ids[i]] = i - from;
            }
            return;
        }
        double[] centre = clusters.centres();
        int widest = 0;
        double width = -1;
        for (int j = 0; j < d; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low = Math.min(low, centre[ids[i] * d + j]);
                high = Math.max(high, centre[ids[i] * d + j]);
            }
            if (high - low > width) {
                width = high - low;
                widest = j;
            }
        }
        axis[node] = widest;
        int middle = split(node, ids, from, to, widest);
        build(2 * node, leaves, ids, from, middle);
        build(2 * node + 1, leaves, ids, middle, to);
    }

    /** Orders ids by a coordinate and lays the plane: centres below it left, the others right. */
    private int split(int node, int[] ids, int from, int to, int j) {
        double[] centre = clusters.centres();
        double[] sorted = new double[to - from];
        for (int i = from; i < to; i++) {
            sorted[i - from] = centre[ids[i] * d + j];
        }
        Arrays.sort(sorted);
        plane[node] = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        int next = from;
        for (int i = from; i < to; i++) {
            if (centre[ids[i] * d + j] < plane[node]) {
                int swap = ids[next];
                ids[next] = ids[i];
                ids[i] = swap;
                next++;
            }
        }
        return next;
    }

    private int leafOf(int cluster) {
        double[] centre = clusters.centres();
        int node = 1;
        while (node < axis.length) {
            node = 2 * node + (centre[cluster * d + axis[node]] < plane[node] ? 0 : 1);
        }
        return node;
    }

    void remove(int cluster) {
        int leaf = leafOf(cluster);
        int[] ids = bucket[leaf];
        int last = ids[alive[leaf] - 1];
        ids[placeInBucket[cluster]] = last;
        placeInBucket[last] = placeInBucket[cluster];
        count(leaf, -1);
    }

    void insert(int cluster) {
        int leaf = leafOf(cluster);
        if (alive[leaf] == bucket[leaf].length) {
            bucket[leaf] = Arrays.copyOf(bucket[leaf], 2 * bucket[leaf].length);
        }
        bucket[leaf][alive[leaf]] = cluster;
        placeInBucket[cluster] = alive[leaf];
        count(leaf, 1);
    }

    private void count(int leaf, int change) {
        for (int node = leaf; node >= 1; node >>= 1) {
            alive[node] += change;
        }
    }

    /** Any cluster that is there. */
    int any() {
        int node = 1;
        while (node < axis.length) {
            node = 2 * node + (alive[2 * node] > 0 ? 0 : 1);
        }
        return bucket[node][0];
    }

    /** Shows the clusters around a centre, itself included. */
    void around(int cluster, Visitor visitor) {
        query = clusters.centres();
        queryStart = cluster * d;
        Arrays.fill(offsets, 0);
        around(1, 0, visitor);
    }

    private void around(int node, double distance, Visitor visitor) {
        if (alive[node] == 0 || distance >= visitor.reach()) {
            return;
        }
        if (node >= axis.length) {
            int[] ids = bucket[node];
            for (int i = 0; i < alive[node] && visitor.reach() > 0; i++) {
                visitor.visit(ids[i]);
            }
            return;
        }
        int j = axis[node];
        double difference = query[queryStart + j] - plane[node];
        int near = 2 * node + (difference < 0 ? 0 : 1);
        around(near, distance, visitor);
        double before = offsets[j];
        double squared = difference * difference;
        offsets[j] = squared;
        around(near ^ 1, distance - before + squared, visitor);
        offsets[j] = before;
    }
}
