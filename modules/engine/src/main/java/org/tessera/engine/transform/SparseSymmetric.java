// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.SplittableRandom;
import org.tessera.engine.task.Monitor;

/** A symmetric matrix of which few entries are not 0, row by row. Immutable. */
public final class SparseSymmetric {
    private static final int GUARDS = 6;
    private static final int DEGREE = 16;
    private static final int MOST_ROUNDS = 300;
    private static final double RESIDUAL = 1e-8;
    private static final double NARROWEST = 0.05;

    private final int[] starts;
    private final int[] columns;
    private final double[] values;

    /**
     * A matrix.
     *
     * @param starts where each row begins in the other two, and after the last one their length
     * @param columns of each entry
     * @param values of each entry
     */
    public SparseSymmetric(int[] starts, int[] columns, double[] values) {
        this.starts = starts.clone();
        this.columns = columns.clone();
        this.values = values.clone();
    }

    private int size() {
        return starts.length - 1;
    }

    private double[] times(double[] vector) {
        double[] product = new double[size()];
        for (int row = 0; row < product.length; row++) {
            double sum = 0;
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                sum += values[i] * vector[columns[i]];
            }
            product[row] = sum;
        }
        return product;
    }

    /**
     * The eigenvectors of the largest eigenvalues, by subspace iteration with Chebyshev filters (Zhou, Saad, Tiago and
     * Chelikowsky 2006), which also finds eigenvalues that occur several times.
     *
     * @param count how many, at most the number of rows
     * @param seed of the vectors it starts from
     * @return rows x count, in descending order of eigenvalue; unit vectors
     */
    public Matrix leading(int count, long seed, Monitor monitor) {
        int n = size();
        double[][] basis = new double[Math.min(n, count + GUARDS)][n];
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] vector : basis) {
            for (int i = 0; i < n; i++) {
                vector[i] = random.nextDouble() - 0.5;
            }
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            orthonormalize(basis, monitor);
            double[] ritz = new double[basis.length];
            double residual = rotate(basis, ritz, count, monitor);
            if (residual < RESIDUAL) {
                break;
            }
            filter(basis, ritz[basis.length - 1], monitor);
        }
        Matrix leading = new Matrix(n, count);
        for (int c = 0; c < count; c++) {
            for (int i = 0; i < n; i++) {
                leading.set(i, c, basis[c][i]);
            }
        }
        return leading;
    }

    /** Gram-Schmidt, twice for accuracy. */
    private static void orthonormalize(double[][] basis, Monitor monitor) {
        for (int c = 0; c < basis.length; c++) {
            monitor.check();
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < c; other++) {
                    add(basis[c], -dot(basis[c], basis[other]), basis[other]);
                }
                double length = Math.sqrt(dot(basis[c], basis[c]));
                for (int i = 0; i < basis[c].length; i++) {
                    basis[c][i] = length > 0 ? basis[c][i] / length : 0;
                }
            }
        }
    }

    /**
     * Turns an orthonormal basis to the best approximations of eigenvectors in it (Rayleigh and Ritz).
     *
     * @param ritz becomes their eigenvalues, descending
     * @return the largest residual of the first {@code count}
     */
    private double rotate(double[][] basis, double[] ritz, int count, Monitor monitor) {
        int b = basis.length;
        double[][] images = new double[b][];
        for (int c = 0; c < b; c++) {
            monitor.check();
            images[c] = times(basis[c]);
        }
        Matrix small = new Matrix(b, b);
        for (int i = 0; i < b; i++) {
            for (int j = 0; j <= i; j++) {
                double value = dot(basis[i], images[j]);
                small.set(i, j, value);
                small.set(j, i, value);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(small);
        int[] order = eigen.descending();
        double[][] turned = new double[b][basis[0].length];
        double worst = 0;
        for (int c = 0; c < b; c++) {
            monitor.check();
            ritz[c] = eigen.values()[order[c]];
            double[] image = new double[basis[0].length];
            for (int j = 0; j < b; j++) {
                add(turned[c], eigen.vectors().get(j, order[c]), basis[j]);
                add(image, eigen.vectors().get(j, order[c]), images[j]);
            }
            add(image, -ritz[c], turned[c]);
            worst = c < count ? Math.max(worst, Math.sqrt(dot(image, image))) : worst;
        }
        System.arraycopy(turned, 0, basis, 0, b);
        return worst;
    }

    /** Damps all between -1 and {@code damped}, and so lifts what lies above. */
    private void filter(double[][] basis, double damped, Monitor monitor) {
        double half = Math.max(NARROWEST, (damped + 1) / 2);
        double middle = half - 1;
        for (int c = 0; c < basis.length; c++) {
            double[] before = basis[c];
            double[] now = shifted(before, middle, 1 / half);
            for (int degree = 2; degree <= DEGREE; degree++) {
                monitor.check();
                double[] next = shifted(now, middle, 2 / half);
                add(next, -1, before);
                before = now;
                now = next;
            }
            basis[c] = now;
        }
    }

    /** {@code factor * (this - middle) * vector}. */
    private double[] shifted(double[] vector, double middle, double factor) {
        double[] image = times(vector);
        for (int i = 0; i < image.length; i++) {
            image[i] = factor * (image[i] - middle * vector[i]);
        }
        return image;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
