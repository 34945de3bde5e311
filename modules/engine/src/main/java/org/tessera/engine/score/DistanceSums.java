// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Squares;

/** For each point the sum of its Euclidean distances to every cluster. */
final class DistanceSums {
    /** Points {@code from..to} (exclusive), all of one cluster. */
    private record Block(int from, int to, int cluster) {}

    private static final int STRIPES = 8;

    private final Squares points;
    private final int clusters;
    private final int n;
    private final int widest;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Squares> parts = new ArrayList<>();

    /**
     * Points ordered by cluster.
     *
     * @param columns feature x point
     * @param sizes of the clusters, in order
     * @param blockSize points a block at most
     */
    DistanceSums(double[][] columns, List<Integer> sizes, int blockSize) {
        this.points = new Squares(columns);
        this.clusters = sizes.size();
        this.widest = blockSize;
        int start = 0;
        for (int c = 0; c < sizes.size(); c++) {
            int end = start + sizes.get(c);
            for (int from = start; from < end; from += blockSize) {
                Block block = new Block(from, Math.min(end, from + blockSize), c);
                blocks.add(block);
                parts.add(points.part(block.from, block.to));
            }
            start = end;
        }
        this.n = start;
    }

    /** The sums, cluster x point: made in {@value #STRIPES} stripes of blocks, however many threads there are. */
    double[][] compute(Workers workers, Monitor monitor) {
        int count = blocks.size();
        int stripes = Math.min(count, STRIPES);
        Total total = new Total(stripes);
        workers.forEach(stripes, stripe -> {
            double[][] own = new double[clusters][n];
            Scratch scratch = new Scratch(widest, points.width());
            for (int b = stripe; b < count; b += stripes) {
                monitor.check();
                for (int o = b; o < count; o++) {
                    add(b, o, own, scratch);
                }
            }
            total.add(stripe, own);
        });
        return total.sums;
    }

    /** The sum of all stripes, added up in their order, each as soon as those before it are there. */
    private final class Total {
        private final double[][] sums = new double[clusters][n];
        private final double[] @Nullable [][] waiting;
        private int next;

        Total(int stripes) {
            waiting = new double[stripes][][];
        }

        synchronized void add(int stripe, double[][] own) {
            waiting[stripe] = own;
            for (; next < waiting.length; next++) {
                double[][] share = waiting[next];
                if (share == null) {
                    return;
                }
                for (int c = 0; c < clusters; c++) {
                    for (int i = 0; i < n; i++) {
                        sums[c][i] += share[c][i];
                    }
                }
                waiting[next] = null;
            }
        }
    }

    /** Buffers of one thread. */
    private static final class Scratch {
        final double[] squares;
        final double[] lanes;
        final double[] theirs;
        final double[] point;

        Scratch(int width, int features) {
            point = new double[features];
            squares = new double[width];
            lanes = new double[width];
            theirs = new double[width];
        }
    }

    private void add(int one, int other, double[][] toCluster, Scratch scratch) {
        Block a = blocks.get(one);
        Block b = blocks.get(other);
        boolean same = one == other;
        int width = b.to - b.from;
        Squares part = parts.get(other);
        double[] squares = scratch.squares;
        double[] theirs = scratch.theirs;
        Arrays.fill(theirs, 0, width, 0);
        for (int i = a.from; i < a.to; i++) {
            points.copyPoint(i, scratch.point, 0);
            part.rootsFrom(scratch.point, 0, squares);
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
