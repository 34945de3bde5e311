// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.transform.Matrix;

/**
 * How much a statistic alone tells of the classes of slices.
 *
 * @param statistic its id
 * @param share of its variance that lies between the classes (eta squared, Fisher 1925), 0..1; NaN where it does not vary
 */
public record StatisticImportance(String statistic, double share) {
    /**
     * The importance of each statistic, the greatest first.
     *
     * @param features a row for each slice
     * @param classes the class of each slice, negative where it is not known
     */
    public static List<StatisticImportance> of(FeatureTable features, int[] classes) {
        Matrix values = features.values();
        if (values.rows() != classes.length) {
            throw new IllegalArgumentException(values.rows() + " rows, " + classes.length + " classes");
        }
        List<StatisticImportance> all = new ArrayList<>();
        for (int column = 0; column < values.columns(); column++) {
            all.add(new StatisticImportance(features.statistics().get(column), share(values, column, classes)));
        }
        all.sort(Comparator.comparingDouble((StatisticImportance one) -> Double.isNaN(one.share) ? 1 : -one.share));
        return all;
    }

    private static double share(Matrix values, int column, int[] classes) {
        int most = 0;
        for (int each : classes) {
            most = Math.max(most, each + 1);
        }
        double[] sums = new double[most];
        int[] counts = new int[most];
        double sum = 0;
        int count = 0;
        for (int row = 0; row < classes.length; row++) {
            double value = values.get(row, column);
            if (classes[row] >= 0 && !Double.isNaN(value)) {
                sums[classes[row]] += value;
                counts[classes[row]]++;
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double between = 0;
        for (int c = 0; c < most; c++) {
            if (counts[c] > 0) {
                double distance = sums[c] / counts[c] - mean;
                between += counts[c] * distance * distance;
            }
        }
        double total = 0;
        for (int row = 0; row < classes.length; row++) {
            double value = values.get(row, column);
            if (classes[row] >= 0 && !Double.isNaN(value)) {
                total += (value - mean) * (value - mean);
            }
        }
        return total > 0 ? Math.min(1, between / total) : Double.NaN;
    }
}
