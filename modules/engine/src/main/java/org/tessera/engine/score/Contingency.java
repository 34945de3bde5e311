// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.Arrays;

/**
 * How two labellings meet: for each cluster and class the slices in both or, of labellings of different slices, the pixels.
 * What has no label in either is left out. Immutable; any thread.
 */
public final class Contingency {
    private static final long MOST_FOR_CHANCE = 10_000_000;

    private final long[][] counts;
    private final long[] rows;
    private final long[] columns;
    private final long[] whole;
    private final long n;

    private Contingency(long[][] counts, long[] whole) {
        this.counts = counts;
        this.whole = whole;
        int width = counts.length == 0 ? 0 : counts[0].length;
        this.rows = new long[counts.length];
        this.columns = new long[width];
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
                total += counts[i][j];
            }
        }
        this.n = total;
    }

    /**
     * The table of two labellings.
     *
     * @param clusters a label for each slice, negative for none
     * @param classes a class for each of the same slices, negative for none
     */
    public static Contingency of(int[] clusters, int[] classes) {
        if (clusters.length != classes.length) {
            throw new IllegalArgumentException(clusters.length + " clusters, " + classes.length + " classes");
        }
        Counter counter = new Counter(numbers(clusters), numbers(classes));
        for (int i = 0; i < clusters.length; i++) {
            counter.add(clusters[i], classes[i], 1);
        }
        return counter.table();
    }

    private static int numbers(int[] labels) {
        int most = -1;
        for (int label : labels) {
            most = Math.max(most, label);
        }
        return most + 1;
    }

    /** Counts slices, or parts of an area such as the cells that two grids have in common. One thread. */
    public static final class Counter {
        private final long[][] counts;
        private final long[] whole;

        /**
         * Nothing counted yet.
         *
         * @param clusters how many there are
         * @param classes how many there are
         */
        public Counter(int clusters, int classes) {
            counts = new long[clusters][classes];
            whole = new long[classes];
        }

        /**
         * Counts.
         *
         * @param cluster negative for none
         * @param ofClass negative for none
         * @param size of the part, such as its pixels; 1 for a slice
         */
        public void add(int cluster, int ofClass, long size) {
            if (ofClass >= 0) {
                whole[ofClass] += size;
                if (cluster >= 0) {
                    counts[cluster][ofClass] += size;
                }
            }
        }

        /** The table of what has been counted; nothing more is. */
        public Contingency table() {
            return new Contingency(counts, whole);
        }
    }

    /** Slices, or pixels, in both. */
    public long count(int cluster, int ofClass) {
        return counts[cluster][ofClass];
    }

    /** Numbers of clusters, used or not. */
    public int clusters() {
        return rows.length;
    }

    /** Numbers of classes, used or not. */
    public int classes() {
        return columns.length;
    }

    /** Slices, or pixels, with a label in both. */
    public long slices() {
        return n;
    }

    /**
     * Adjusted Rand index (Hubert and Arabie 1985): 1 for the same partition, about 0 by chance; 1 where neither labelling
     * splits anything, or both split everything.
     */
    public double adjustedRand() {
        double both = 0;
        for (long[] row : counts) {
            for (long count : row) {
                both += pairs(count);
            }
        }
        double inRows = Arrays.stream(rows).mapToDouble(Contingency::pairs).sum();
        double inColumns =
                Arrays.stream(columns).mapToDouble(Contingency::pairs).sum();
        double expected = n < 2 ? 0 : inRows * inColumns / pairs(n);
        double most = (inRows + inColumns) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double pairs(long count) {
        return count * (count - 1.0) / 2;
    }

    /**
     * Adjusted mutual information (Vinh, Epps and Bailey 2010), normalised by the mean of the entropies: 1 for the same
     * partition, about 0 by chance; 1 where neither labelling splits anything; NaN for more than ten million slices, such as
     * pixels, where nothing is by chance.
     */
    public double adjustedMutualInformation() {
        if (n > MOST_FOR_CHANCE) {
            return Double.NaN;
        }
        boolean nothingSplit = used(rows) <= 1 && used(columns) <= 1;
        boolean allSplit = used(rows) == n && used(columns) == n;
        if (nothingSplit || allSplit) {
            return 1;
        }
        double expected = expectedMutualInformation();
        double mean = (entropy(rows) + entropy(columns)) / 2;
        double most = mean - expected;
        // as scikit-learn: never divides by nothing, and keeps the sign
        double divisor = most < 0 ? Math.min(most, -Math.ulp(1.0)) : Math.max(most, Math.ulp(1.0));
        return (mutualInformation() - expected) / divisor;
    }

    /** Whether each cluster holds one class only (Rosenberg and Hirschberg 2007), 0..1. */
    public double homogeneity() {
        double entropy = entropy(columns);
        return entropy == 0 ? 1 : mutualInformation() / entropy;
    }

    /** Whether each class lies in one cluster only (Rosenberg and Hirschberg 2007), 0..1. */
    public double completeness() {
        double entropy = entropy(rows);
        return entropy == 0 ? 1 : mutualInformation() / entropy;
    }

    /** Harmonic mean of homogeneity and completeness, 0..1. */
    public double vMeasure() {
        double sum = homogeneity() + completeness();
        return sum == 0 ? 0 : 2 * homogeneity() * completeness() / sum;
    }

    /**
     * How well one cluster finds a class.
     *
     * @param cluster the cluster with the highest F1, the first on a tie
     * @param f1 harmonic mean of precision and recall, 0..1
     * @param truePositiveRate share of the class that is in the cluster, 0..1
     * @param falseDiscoveryRate share of the cluster that is not of the class, 0..1
     */
    public record Detection(int cluster, double f1, double truePositiveRate, double falseDiscoveryRate) {}

    /** The cluster that finds a class best; slices of the class that are in no cluster are missed. */
    public Detection detection(int ofClass) {
        Detection best = new Detection(0, 0, 0, 1);
        for (int c = 0; c < rows.length; c++) {
            long hits = counts[c][ofClass];
            double f1 = rows[c] + whole[ofClass] == 0 ? 0 : 2.0 * hits / (rows[c] + whole[ofClass]);
            if (f1 > best.f1) {
                best = new Detection(c, f1, hits / (double) whole[ofClass], 1 - hits / (double) rows[c]);
            }
        }
        return best;
    }

    private static long used(long[] sizes) {
        return Arrays.stream(sizes).filter(size -> size > 0).count();
    }

    private double entropy(long[] sizes) {
        double sum = 0;
        for (long size : sizes) {
            if (size > 0) {
                double share = size / (double) n;
                sum -= share * Math.log(share);
            }
        }
        return used(sizes) <= 1 ? 0 : sum;
    }

    private double mutualInformation() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (counts[i][j] > 0) {
                    double share = counts[i][j] / (double) n;
                    sum += share
                            * (Math.log(share) - Math.log(rows[i] / (double) n) - Math.log(columns[j] / (double) n));
                }
            }
        }
        return Math.max(0, sum);
    }

    private double expectedMutualInformation() {
        double[] logFactorial = new double[(int) n + 1];
        for (int i = 2; i <= n; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double expected = 0;
        for (long a : rows) {
            for (long b : columns) {
                for (long both = Math.max(1, a + b - n); both <= Math.min(a, b); both++) {
                    double information = both / (double) n * Math.log(n * (double) both / (a * (double) b));
                    double logProbability = logFactorial[(int) a]
                            + logFactorial[(int) b]
                            + logFactorial[(int) (n - a)]
                            + logFactorial[(int) (n - b)]
                            - logFactorial[(int) n]
                            - logFactorial[(int) both]
                            - logFactorial[(int) (a - both)]
                            - logFactorial[(int) (b - both)]
                            - logFactorial[(int) (n - a - b + both)];
                    expected += information * Math.exp(logProbability);
                }
            }
        }
        return expected;
    }
}
