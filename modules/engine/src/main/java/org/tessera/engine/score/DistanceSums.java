// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/** For each point the sum of its Euclidean distances to every cluster. */
final class DistanceSums {
    /** Points {@code from..to} (exclusive), all of one cluster. */
    private record Block(int from, int to, int cluster) {}

    private static final int GROUP = 3;
    private static final int STRIPES = 8;

    private final double[][] columns;
    private final int clusters;
    private final int n;
    private final int widest;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Points ordered by cluster.
     *
     * @param columns feature x point
     * @param sizes of the clusters, in order
     * @param blockSize points a block at most
     */
    DistanceSums(double[][] columns, List<Integer> sizes, int blockSize) {
        this.columns = padded(columns);
        this.clusters = sizes.size();
        this.widest = blockSize;
        int start = 0;
        for (int c = 0; c < sizes.size(); c++) {
            int end = start + sizes.get(c);
            for (int from = start; from < end; from += blockSize) {
                blocks.add(new Block(from, Math.min(end, from + blockSize), c));
            }
            start = end;
        }
        this.n = start;
    }

    /** With features of zeros, so that their number divides by the group's. */
    private static double[][] padded(double[][] columns) {
        int groups = Math.max(1, (columns.length + GROUP - 1) / GROUP);
        double[][] all = Arrays.copyOf(columns, groups * GROUP);
        for (int c = columns.length; c < all.length; c++) {
            all[c] = new double[columns.length == 0 ? 0 : columns[0].length];
        }
        return all;
    }

    /** The sums, cluster x point: made in {@value #STRIPES} stripes of blocks, however many threads there are. */
    double[][] compute(Workers workers, Monitor monitor) {
        int count = blocks.size();
        double[][] toCluster = new double[clusters][n];
        int stripes = Math.min(count, STRIPES);
        double[][][] partial = new double[stripes][][];
        workers.forEach(stripes, stripe -> {
            double[][] own = new double[clusters][n];
            Scratch scratch = new Scratch(widest);
            for (int b = stripe; b < count; b += stripes) {
                monitor.check();
                for (int o = b; o < count; o++) {
                    add(blocks.get(b), blocks.get(o), own, scratch);
                }
            }
            partial[stripe] = own;
        });
        for (double[][] own : partial) {
            for (int c = 0; c < clusters; c++) {
                double[] total = toCluster[c];
                double[] share = own[c];
                for (int i = 0; i < n; i++) {
                    total[i] += share[i];
                }
            }
        }
        return toCluster;
    }

    /** Buffers of one thread. */
    private static final class Scratch {
        final double[] squares;
        final double[] lanes;
        final double[] theirs;

        Scratch(int width) {
            squares = new double[width];
            lanes = new double[width];
            theirs = new double[width];
        }
    }

    private void add(Block a, Block b, double[][] toCluster, Scratch scratch) {
        boolean same = a.equals(b);
        int width = b.to - b.from;
        double[][] part = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            part[j] = Arrays.copyOfRange(columns[j], b.from, b.to);
        }
        double[] squares = scratch.squares;
        double[] theirs = scratch.theirs;
        Arrays.fill(theirs, 0, width, 0);
        for (int i = a.from; i < a.to; i++) {
            distances(part, i, squares, width);
            toCluster[b.cluster][i] += sum(squares, scratch.lanes, width);
            for (int j = 0; j < width && !same; j++) {
                theirs[j] += squares[j];
            }
        }
        if (!same) {
            double[] target = toCluster[a.cluster];
            for (int j = 0; j < width; j++) {
                target[b.from + j] += theirs[j];
            }
        }
    }

    /** Distances of point {@code i} to the points of a block. Three features a loop: more would spill registers. */
    private void distances(double[][] part, int i, double[] squares, int width) {
        int last = part.length - GROUP;
        if (last == 0) {
            Arrays.fill(squares, 0, width, 0);
        } else {
            setSquares(squares, width, part[0], columns[0][i], part[1], columns[1][i], part[2], columns[2][i]);
        }
        for (int c = GROUP; c < last; c += GROUP) {
            addSquares(
                    squares,
                    width,
                    part[c],
                    columns[c][i],
                    part[c + 1],
                    columns[c + 1][i],
                    part[c + 2],
                    columns[c + 2][i]);
        }
        rootOfSum(
                squares,
                width,
                part[last],
                columns[last][i],
                part[last + 1],
                columns[last + 1][i],
                part[last + 2],
                columns[last + 2][i]);
    }

    private static void setSquares(
            double[] squares, int width, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int j = 0; j < width; j++) {
            double a = p[j] - x;
            double b = q[j] - y;
            double c = r[j] - z;
            squares[j] = a * a + b * b + c * c;
        }
    }

    private static void addSquares(
            double[] squares, int width, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int j = 0; j < width; j++) {
            double a = p[j] - x;
            double b = q[j] - y;
            double c = r[j] - z;
            squares[j] = squares[j] + (a * a + b * b + c * c);
        }
    }

    private static void rootOfSum(
            double[] squares, int width, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int j = 0; j < width; j++) {
            double a = p[j] - x;
            double b = q[j] - y;
            double c = r[j] - z;
            squares[j] = Math.sqrt(squares[j] + (a * a + b * b + c * c));
        }
    }

    /** Adds up by halving, so that the additions are independent of each other. */
    private static double sum(double[] values, double[] lanes, int width) {
        int half = width;
        System.arraycopy(values, 0, lanes, 0, width);
        while (half > 8) {
            int odd = half & 1;
            half >>= 1;
            for (int j = 0; j < half; j++) {
                lanes[j] += lanes[half + odd + j];
            }
            half += odd;
        }
        double sum = 0;
        for (int j = 0; j < half; j++) {
            sum += lanes[j];
        }
        return sum;
    }
}
