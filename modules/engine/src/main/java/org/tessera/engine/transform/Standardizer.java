// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

/**
 * Z-scores: each column minus its mean, over its population standard deviation, as fitted to some rows. A column that was
 * constant in them becomes 0. Immutable.
 */
public final class Standardizer {
    private final double[] means;
    private final double[] deviations;

    private Standardizer(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /** Means and standard deviations of {@code x}. */
    public static Standardizer of(Matrix x) {
        int n = x.rows();
        double[] means = new double[x.columns()];
        double[] deviations = new double[x.columns()];
        for (int column = 0; column < x.columns(); column++) {
            double mean = mean(x, column);
            double squares = 0;
            boolean constant = true;
            for (int row = 0; row < n; row++) {
                double distance = x.get(row, column) - mean;
                squares += distance * distance;
                constant &= x.get(row, column) == x.get(0, column);
            }
            means[column] = mean;
            deviations[column] = constant ? 0 : Math.sqrt(squares / n);
        }
        return new Standardizer(means, deviations);
    }

    /** The mean of each column, a copy. */
    public double[] means() {
        return means.clone();
    }

    /** The population standard deviation of each column, 0 where it is constant, a copy. */
    public double[] deviations() {
        return deviations.clone();
    }

    /** The z-scores of {@code x} by its own means and deviations. */
    public static Matrix standardize(Matrix x) {
        return of(x).apply(x);
    }

    /** The z-scores of {@code x}, a new matrix of the same shape. */
    public Matrix apply(Matrix x) {
        Matrix z = new Matrix(x.rows(), x.columns());
        for (int column = 0; column < x.columns(); column++) {
            double mean = means[column];
            double std = deviations[column];
            for (int row = 0; row < x.rows() && std > 0; row++) {
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
