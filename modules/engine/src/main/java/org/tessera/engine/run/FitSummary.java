// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Standardizer;

/**
 * What a run was fitted to: its statistics over the slices that were clustered, and its principal components.
 *
 * @param features one for each statistic, in order
 * @param loadings components x statistics, unit vectors; empty without PCA
 */
public record FitSummary(List<Feature> features, List<List<Double>> loadings) {
    /**
     * A statistic over the slices that were clustered; undefined values count as 0.
     *
     * @param statistic its id
     * @param mean of the slices
     * @param std their population standard deviation; 0 where all are equal
     * @param min the least
     * @param max the greatest
     */
    public record Feature(String statistic, double mean, double std, double min, double max) {}

    public FitSummary {
        features = List.copyOf(features);
        loadings = List.copyOf(loadings);
    }

    static FitSummary of(FeatureTable table, Matrix raw, Transformation transformation) {
        Standardizer own = Standardizer.of(raw);
        List<Feature> features = new ArrayList<>();
        for (int column = 0; column < raw.columns(); column++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < raw.rows(); row++) {
                min = Math.min(min, raw.get(row, column));
                max = Math.max(max, raw.get(row, column));
            }
            features.add(new Feature(
                    table.statistics().get(column), own.means()[column], own.deviations()[column], min, max));
        }
        List<List<Double>> loadings = new ArrayList<>();
        transformation.loadings().ifPresent(matrix -> {
            for (int component = 0; component < matrix.rows(); component++) {
                double[] row = new double[matrix.columns()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = matrix.get(component, column);
                }
                loadings.add(Arrays.stream(row).boxed().toList());
            }
        });
        return new FitSummary(features, loadings);
    }
}
