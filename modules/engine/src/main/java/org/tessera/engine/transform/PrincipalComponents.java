// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.task.ProblemException;

/**
 * Principal component analysis by the eigenvectors of the covariance matrix. The largest loading of every component is
 * positive, so that plots do not flip between runs.
 *
 * @param scores rows of the input x components kept
 * @param loadings components kept x columns of the input; unit vectors
 * @param explainedVarianceRatio share of the total variance of each component kept, descending, 0..1; all 0 if the input is
 *     constant
 * @param centre mean of each column of the input
 */
public record PrincipalComponents(
        Matrix scores, Matrix loadings, List<Double> explainedVarianceRatio, List<Double> centre) {
    public PrincipalComponents {
        centre = List.copyOf(centre);
        explainedVarianceRatio = List.copyOf(explainedVarianceRatio);
    }

    /**
     * @param x rows x columns, finite
     * @param components how many to keep; more than there can be is an error
     * @throws ProblemException if {@code components} exceeds min(rows, columns)
     */
    public static PrincipalComponents of(Matrix x, int components) {
        int most = Math.min(x.rows(), x.columns());
        if (components < 1 || components > most) {
            throw new ProblemException("The number of PCA components is " + components + "; these " + x.rows()
                    + " slices with " + x.columns() + " statistics have at most " + most + ".");
        }
        double[] centre = new double[x.columns()];
        for (int column = 0; column < centre.length; column++) {
            centre[column] = Standardizer.mean(x, column);
        }
        Matrix centred = centred(x, centre);
        SymmetricEigen eigen = SymmetricEigen.of(covariance(centred));
        double[] values = eigen.values();
        int[] order = eigen.descending();
        double total = 0;
        for (double value : values) {
            total += Math.max(0, value);
        }
        Matrix loadings = new Matrix(components, x.columns());
        List<Double> ratios = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            int from = order[c];
            ratios.add(total > 0 ? Math.max(0, values[from]) / total : 0.0);
            double sign = signOfLargest(eigen.vectors(), from);
            for (int j = 0; j < x.columns(); j++) {
                loadings.set(c, j, sign * eigen.vectors().get(j, from));
            }
        }
        return new PrincipalComponents(
                project(centred, loadings),
                loadings,
                ratios,
                Arrays.stream(centre).boxed().toList());
    }

    /** The scores of other rows on these components. */
    public Matrix project(Matrix x) {
        return project(
                centred(x, centre.stream().mapToDouble(Double::doubleValue).toArray()), loadings);
    }

    private static double signOfLargest(Matrix vectors, int column) {
        double largest = 0;
        for (int j = 0; j < vectors.rows(); j++) {
            double value = vectors.get(j, column);
            largest = Math.abs(value) > Math.abs(largest) * (1 + 1e-12) ? value : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private static Matrix centred(Matrix x, double[] centre) {
        Matrix centred = new Matrix(x.rows(), x.columns());
        for (int column = 0; column < x.columns(); column++) {
            for (int row = 0; row < x.rows(); row++) {
                centred.set(row, column, x.get(row, column) - centre[column]);
            }
        }
        return centred;
    }

    private static Matrix covariance(Matrix centred) {
        int d = centred.columns();
        Matrix covariance = new Matrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int row = 0; row < centred.rows(); row++) {
                    sum += centred.get(row, i) * centred.get(row, j);
                }
                covariance.set(i, j, sum / centred.rows());
                covariance.set(j, i, sum / centred.rows());
            }
        }
        return covariance;
    }

    private static Matrix project(Matrix centred, Matrix loadings) {
        Matrix scores = new Matrix(centred.rows(), loadings.rows());
        for (int row = 0; row < centred.rows(); row++) {
            for (int c = 0; c < loadings.rows(); c++) {
                double sum = 0;
                for (int j = 0; j < centred.columns(); j++) {
                    sum += centred.get(row, j) * loadings.get(c, j);
                }
                scores.set(row, c, sum);
            }
        }
        return scores;
    }
}
