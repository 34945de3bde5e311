// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

/** How alike rows are by direction: the cosine of the angle between them, -1 (opposite) to 1 (alike). */
public final class CosineSimilarity {
    private CosineSimilarity() {}

    /**
     * How like some rows each row is: the cosine to the most alike of them. A row of zeros has no direction: 0.
     *
     * @param x slices x features, standardised: directions from the mean of all slices
     * @param chosen one row or more
     */
    public static double[] toAnyOf(Matrix x, int[] chosen) {
        double[] lengths = new double[x.rows()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(dot(x, i, i));
        }
        double[] similarity = new double[x.rows()];
        for (int i = 0; i < similarity.length; i++) {
            double most = -1;
            for (int other : chosen) {
                double both = lengths[i] * lengths[other];
                most = Math.max(most, both > 0 ? Math.min(1, dot(x, i, other) / both) : 0);
            }
            similarity[i] = most;
        }
        return similarity;
    }

    private static double dot(Matrix x, int a, int b) {
        double sum = 0;
        for (int j = 0; j < x.columns(); j++) {
            sum += x.get(a, j) * x.get(b, j);
        }
        return sum;
    }
}
