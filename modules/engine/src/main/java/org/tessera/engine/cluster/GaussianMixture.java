// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/**
 * Expectation maximisation for a mixture of Gaussians with full covariances (Dempster, Laird and Rubin 1977), from the hard
 * labels of k-means. To each variance a millionth of the variance of its feature is added, so that no component collapses to
 * a point. Of our own, since a native BLAS does not give the same bits everywhere.
 */
final class GaussianMixture {
    private static final int MOST_ITERATIONS = 1000;
    private static final double TOLERANCE = 1e-7;
    private static final double REGULARIZATION = 1e-6;

    private final Matrix x;
    private final int n;
    private final int d;
    private final int k;
    private final double[] regularization;
    private final double[][] shares;
    private final double[] weights;
    private final double[][] means;
    private final double[][][] factors;

    private GaussianMixture(Matrix x, int[] start) {
        this.x = x;
        this.n = x.rows();
        this.d = x.columns();
        this.k = Arrays.stream(start).max().orElse(0) + 1;
        this.regularization = regularization(x);
        this.shares = new double[k][n];
        this.weights = new double[k];
        this.means = new double[k][d];
        this.factors = new double[k][d][d];
        for (int i = 0; i < n; i++) {
            shares[start[i]][i] = 1;
        }
    }

    static int[] cluster(Matrix x, ClusteringSpec.GaussianMixture spec, Workers workers, Monitor monitor) {
        ClusteringSpec.KMeans kmeans = new ClusteringSpec.KMeans(spec.clusters(), spec.restarts(), spec.seed());
        int[] start = new KMeans(x, kmeans, workers).fit(monitor.part(0, 0.5));
        return new GaussianMixture(x, start).fit(monitor.part(0.5, 1));
    }

    private static double[] regularization(Matrix x) {
        double[] result = new double[x.columns()];
        for (int j = 0; j < result.length; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += x.get(i, j);
            }
            for (int i = 0; i < x.rows(); i++) {
                squares += (x.get(i, j) - sum / x.rows()) * (x.get(i, j) - sum / x.rows());
            }
            result[j] = REGULARIZATION * (squares > 0 ? squares / x.rows() : 1);
        }
        return result;
    }

    private int[] fit(Monitor monitor) {
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            maximize(monitor);
            double likelihood = expect(monitor);
            monitor.progress(1 - 1.0 / (2 + iteration), "Gaussian mixture");
            if (likelihood - before < TOLERANCE) {
                break;
            }
            before = likelihood;
        }
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            for (int c = 1; c < k; c++) {
                labels[i] = shares[c][i] > shares[labels[i]][i] ? c : labels[i];
            }
        }
        return labels;
    }

    /** Weights, means and Cholesky factors of the covariances from the shares. */
    private void maximize(Monitor monitor) {
        for (int c = 0; c < k; c++) {
            monitor.check();
            double total = Double.MIN_NORMAL;
            double[] mean = new double[d];
            for (int i = 0; i < n; i++) {
                total += shares[c][i];
                for (int j = 0; j < d; j++) {
                    mean[j] += shares[c][i] * x.get(i, j);
                }
            }
            for (int j = 0; j < d; j++) {
                mean[j] /= total;
            }
            weights[c] = total / n;
            means[c] = mean;
            factors[c] = cholesky(covariance(shares[c], mean, total));
        }
    }

    private double[][] covariance(double[] share, double[] mean, double total) {
        double[][] covariance = new double[d][d];
        double[] apart = new double[d];
        for (int i = 0; i < n; i++) {
            if (share[i] == 0) {
                continue;
            }
            for (int j = 0; j < d; j++) {
                apart[j] = x.get(i, j) - mean[j];
                for (int l = 0; l <= j; l++) {
                    covariance[j][l] += share[i] * apart[j] * apart[l];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            for (int l = 0; l <= j; l++) {
                covariance[j][l] /= total;
            }
            covariance[j][j] += regularization[j];
        }
        return covariance;
    }

    /** Lower triangular; a pivot lost to rounding becomes the regularisation. */
    private double[][] cholesky(double[][] a) {
        double[][] factor = new double[d][d];
        for (int row = 0; row < d; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = a[row][column];
                for (int j = 0; j < column; j++) {
                    sum -= factor[row][j] * factor[column][j];
                }
                factor[row][column] =
                        row == column ? Math.sqrt(Math.max(sum, regularization[row])) : sum / factor[column][column];
            }
        }
        return factor;
    }

    /** Shares from weights, means and covariances; returns the mean log-likelihood of a slice. */
    private double expect(Monitor monitor) {
        double[] solved = new double[d];
        for (int c = 0; c < k; c++) {
            monitor.check();
            double constant = Math.log(weights[c]) - 0.5 * d * Math.log(2 * Math.PI);
            for (int j = 0; j < d; j++) {
                constant -= Math.log(factors[c][j][j]);
            }
            for (int i = 0; i < n; i++) {
                shares[c][i] = constant - 0.5 * mahalanobis(c, i, solved);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                largest = Math.max(largest, shares[c][i]);
            }
            double total = 0;
            for (int c = 0; c < k; c++) {
                shares[c][i] = Math.exp(shares[c][i] - largest);
                total += shares[c][i];
            }
            for (int c = 0; c < k; c++) {
                shares[c][i] /= total;
            }
            sum += largest + Math.log(total);
        }
        return sum / n;
    }

    private double mahalanobis(int c, int i, double[] solved) {
        double squares = 0;
        for (int row = 0; row < d; row++) {
            double value = x.get(i, row) - means[c][row];
            for (int j = 0; j < row; j++) {
                value -= factors[c][row][j] * solved[j];
            }
            solved[row] = value / factors[c][row][row];
            squares += solved[row] * solved[row];
        }
        return squares;
    }
}
