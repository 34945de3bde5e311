// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;

/**
 * Clusters as they merge, a binary tree over the rows: node {@code i < n} is row i, the others are merges. Each node has its
 * size, centre, mean squared distance to the centre, and bounding box. Equal rows are one point, however many.
 */
final class MergeTree {
    private static final double SLACK = 1e-12;

    private final int d;
    private final double[] rows;
    private final int[] left;
    private final int[] right;
    private final int[] row;
    private final int[] size;
    private final double[] centre;
    private final double[] spread;
    private final double[] low;
    private final double[] high;
    private final boolean[] point;
    private int nodes;

    /** @param rows n x d values, row after row */
    MergeTree(double[] rows, int n, int d) {
        this.d = d;
        this.rows = rows;
        int most = Math.max(1, 2 * n - 1);
        this.left = new int[most];
        this.right = new int[most];
        this.row = new int[most];
        this.size = new int[most];
        this.spread = new double[most];
        this.point = new boolean[most];
        this.centre = Arrays.copyOf(rows, most * d);
        this.low = Arrays.copyOf(rows, most * d);
        this.high = Arrays.copyOf(rows, most * d);
        Arrays.fill(size, 0, n, 1);
        Arrays.fill(point, 0, n, true);
        Arrays.setAll(row, i -> i);
        this.nodes = n;
    }

    int columns() {
        return d;
    }

    int size(int node) {
        return size[node];
    }

    /** One of its rows. */
    int row(int node) {
        return row[node];
    }

    double[] centres() {
        return centre;
    }

    /** Mean squared distance of its rows to its centre. */
    double spread(int node) {
        return spread[node];
    }

    /** Makes one cluster of two; returns the node. */
    int merge(int a, int b) {
        int node = nodes++;
        left[node] = a;
        right[node] = b;
        row[node] = row[b];
        int both = size[a] + size[b];
        size[node] = both;
        double between = 0;
        for (int j = 0; j < d; j++) {
            double ca = centre[a * d + j];
            double cb = centre[b * d + j];
            between += (ca - cb) * (ca - cb);
            centre[node * d + j] = (size[a] * ca + size[b] * cb) / both;
            low[node * d + j] = Math.min(low[a * d + j], low[b * d + j]);
            high[node * d + j] = Math.max(high[a * d + j], high[b * d + j]);
        }
        point[node] = Arrays.equals(low, node * d, node * d + d, high, node * d, node * d + d);
        double shareA = size[a] / (double) both;
        double shareB = size[b] / (double) both;
        spread[node] = shareA * spread[a] + shareB * spread[b] + shareA * shareB * between;
        return node;
    }

    /** Squared distance of two centres. */
    double centreDistance(int a, int b) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double distance = centre[a * d + j] - centre[b * d + j];
            sum += distance * distance;
        }
        return sum;
    }

    /** No more than the largest squared distance between a row of each: along an axis the extremes are rows. */
    private double least(int a, int b) {
        double widest = 0;
        for (int j = 0; j < d; j++) {
            widest = Math.max(widest, extent(a, b, j));
        }
        return widest * widest;
    }

    /** No less than the largest squared distance between a row of each: between the far corners of their boxes. */
    private double most(int a, int b) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double extent = extent(a, b, j);
            sum += extent * extent;
        }
        return sum;
    }

    private double extent(int a, int b, int j) {
        return Math.max(high[a * d + j] - low[b * d + j], high[b * d + j] - low[a * d + j]);
    }

    private double squared(int i, int j) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
            double distance = rows[i * d + c] - rows[j * d + c];
            sum += distance * distance;
        }
        return sum;
    }

    /**
     * The largest squared distance between a row of each, by branch and bound over both trees.
     *
     * @param limit of no interest from here on: then any value of at least the limit may be returned
     */
    double farthest(int a, int b, double limit) {
        double least = least(a, b);
        return least >= limit ? least : farthest(a, b, least * (1 - SLACK), limit);
    }

    /** The larger of {@code known} and the largest squared distance. */
    private double farthest(int a, int b, double known, double limit) {
        if (known >= limit) {
            return known;
        }
        if (point[a] && point[b]) {
            return Math.max(known, squared(row[a], row[b]));
        }
        boolean splitA = !point[a] && (point[b] || size[a] >= size[b]);
        int first = splitA ? left[a] : left[b];
        int second = splitA ? right[a] : right[b];
        int other = splitA ? b : a;
        double mostFirst = most(first, other);
        double mostSecond = most(second, other);
        if (mostSecond > mostFirst) {
            int swap = first;
            first = second;
            second = swap;
            double swapMost = mostFirst;
            mostFirst = mostSecond;
            mostSecond = swapMost;
        }
        double found = known;
        if (mostFirst > found) {
            found = farthest(first, other, found, limit);
        }
        if (mostSecond > found) {
            found = farthest(second, other, found, limit);
        }
        return found;
    }
}
