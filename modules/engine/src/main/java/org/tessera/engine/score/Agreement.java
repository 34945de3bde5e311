// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import smile.validation.metric.AdjustedRandIndex;

/** How far two labellings of the same slices agree. */
public final class Agreement {
    private Agreement() {}

    /**
     * Adjusted Rand index (Hubert and Arabie 1985), 1 for the same partition, about 0 by chance; 1 for two labellings that
     * both have one cluster.
     *
     * @param a labels, 0 or more
     * @param b labels of the same slices
     */
    public static double adjustedRand(int[] a, int[] b) {
        double index = AdjustedRandIndex.of(a, b);
        return Double.isNaN(index) ? 1 : index;
    }

    /**
     * How well one cluster finds one class.
     *
     * @param cluster the cluster with the highest F1
     * @param f1 harmonic mean of precision and recall, 0..1
     * @param truePositiveRate share of the class that is in the cluster, 0..1
     * @param falseDiscoveryRate share of the cluster that is not of the class, 0..1
     */
    public record Detection(int cluster, double f1, double truePositiveRate, double falseDiscoveryRate) {}

    /** The cluster that finds the positives best; labels below 0 are in no cluster. */
    public static Detection detect(int[] labels, boolean[] positive) {
        int most = 0;
        int positives = 0;
        for (int i = 0; i < labels.length; i++) {
            most = Math.max(most, labels[i] + 1);
            positives += positive[i] ? 1 : 0;
        }
        Detection best = new Detection(0, 0, 0, 1);
        for (int c = 0; c < most; c++) {
            int size = 0;
            int hits = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == c) {
                    size++;
                    hits += positive[i] ? 1 : 0;
                }
            }
            double f1 = size + positives == 0 ? 0 : 2.0 * hits / (size + positives);
            if (f1 > best.f1) {
                best = new Detection(c, f1, hits / (double) positives, 1 - hits / (double) size);
            }
        }
        return best;
    }
}
