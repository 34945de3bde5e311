// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and vectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations,
 * 4th ed., 8.5): to full precision, and the same bits on every machine, which a native BLAS does not promise.
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 100;

    private final double[] values;
    private final Matrix vectors;

    private SymmetricEigen(double[] values, Matrix vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    static SymmetricEigen of(Matrix symmetric) {
        int d = symmetric.rows();
        Matrix a = new Matrix(d, d, symmetric.toRowMajor());
        Matrix v = new Matrix(d, d);
        for (int i = 0; i < d; i++) {
            v.set(i, i, 1);
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
            for (int p = 0; p < d - 1; p++) {
                for (int q = p + 1; q < d; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        double[] values = new double[d];
        for (int i = 0; i < d; i++) {
            values[i] = a.get(i, i);
        }
        return new SymmetricEigen(values, v);
    }

    private static boolean isDiagonal(Matrix a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.rows(); j++) {
                double square = a.get(i, j) * a.get(i, j);
                if (i == j) {
                    on += square;
                } else {
                    off += square;
                }
            }
        }
        return off <= 1e-40 * on;
    }

    private static void rotate(Matrix a, Matrix v, int p, int q) {
        double apq = a.get(p, q);
        if (apq == 0) {
            return;
        }
        double theta = (a.get(q, q) - a.get(p, p)) / (2 * apq);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < a.rows(); k++) {
            double akp = a.get(k, p);
            double akq = a.get(k, q);
            a.set(k, p, c * akp - s * akq);
            a.set(k, q, s * akp + c * akq);
        }
        for (int k = 0; k < a.rows(); k++) {
            double apk = a.get(p, k);
            double aqk = a.get(q, k);
            a.set(p, k, c * apk - s * aqk);
            a.set(q, k, s * apk + c * aqk);
        }
        for (int k = 0; k < a.rows(); k++) {
            double vkp = v.get(k, p);
            double vkq = v.get(k, q);
            v.set(k, p, c * vkp - s * vkq);
            v.set(k, q, s * vkp + c * vkq);
        }
        a.set(p, q, 0);
        a.set(q, p, 0);
    }

    double[] values() {
        return values;
    }

    /** Columns are the eigenvectors, in the order of the values. */
    Matrix vectors() {
        return vectors;
    }

    /** The eigenvalues by their places, largest first. */
    int[] descending() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
