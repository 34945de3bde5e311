// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

/** Z-scores: each column minus its mean, over its population standard deviation. A constant column becomes 0. */
public final class Standardizer {
    private Standardizer() {}

    /** The z-scores of {@code x}, a new matrix of the same shape. */
    public static Matrix standardize(Matrix x) {
        int n = x.rows();
        Matrix z = new Matrix(n, x.columns());
        for (int column = 0; column < x.columns(); column++) {
            double mean = mean(x, column);
            double squares = 0;
            boolean constant = true;
            for (int row = 0; row < n; row++) {
                double distance = x.get(row, column) - mean;
                squares += distance * distance;
                constant &= x.get(row, column) == x.get(0, column);
            }
            double std = Math.sqrt(squares / n);
            for (int row = 0; row < n && !constant && std > 0; row++) {
                z.set(row, column, (x.get(row, column) - mean) / std);
            }
        }
        return z;
    }

    static double mean(Matrix x, int column) {
        double sum = 0;
        for (int row = 0; row < x.rows(); row++) {
            sum += x.get(row, column);
        }
        double mean = sum / x.rows();
        double rest = 0;
        for (int row = 0; row < x.rows(); row++) {
            rest += x.get(row, column) - mean;
        }
        return mean + rest / x.rows();
    }
}
