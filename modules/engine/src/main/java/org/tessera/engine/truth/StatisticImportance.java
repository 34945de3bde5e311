// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import java.util.ArrayList;
import java.util.Arrays;
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
     * The importance of each statistic, the greatest first. A slice that lies under several classes counts for each by as much
     * of it as is of the class.
     *
     * @param features a row for each slice
     * @param amounts how much of each slice is of each class, as {@code Partition.under} tells; the last column, what is not
     *     known, does not count
     */
    public static List<StatisticImportance> of(FeatureTable features, long[][] amounts) {
        Matrix values = features.values();
        if (values.rows() != amounts.length) {
            throw new IllegalArgumentException(values.rows() + " rows, classes of " + amounts.length);
        }
        List<StatisticImportance> all = new ArrayList<>();
        for (int column = 0; column < values.columns(); column++) {
            all.add(new StatisticImportance(features.statistics().get(column), share(values, column, amounts)));
        }
        all.sort(Comparator.comparingDouble((StatisticImportance one) -> Double.isNaN(one.share) ? 1 : -one.share));
        return all;
    }

    private static double share(Matrix values, int column, long[][] amounts) {
        int classes = amounts.length == 0 ? 0 : amounts[0].length - 1;
        double[] sums = new double[classes];
        double[] counts = new double[classes];
        for (int row = 0; row < amounts.length; row++) {
            double value = values.get(row, column);
            for (int c = 0; c < classes && !Double.isNaN(value); c++) {
                sums[c] += amounts[row][c] * value;
                counts[c] += amounts[row][c];
            }
        }
        double mean = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
        double between = 0;
        for (int c = 0; c < classes; c++) {
            if (counts[c] > 0) {
                double distance = sums[c] / counts[c] - mean;
                between += counts[c] * distance * distance;
            }
        }
        double total = 0;
        for (int row = 0; row < amounts.length; row++) {
            double value = values.get(row, column);
            for (int c = 0; c < classes && !Double.isNaN(value); c++) {
                total += amounts[row][c] * (value - mean) * (value - mean);
            }
        }
        return total > 0 ? Math.min(1, between / total) : Double.NaN;
    }
}
