// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.transform.Matrix;
import org.tessera.store.ClusterStyles;
import org.tessera.tracking.RunDetails;

/**
 * What is told of a slice.
 *
 * @param cluster its cluster, negative for none
 * @param title its cluster
 * @param place row and column in its image, from 1
 * @param lines names and values
 */
record SliceText(int cluster, String title, String place, List<Line> lines) {
    /**
     * A statistic of the slice.
     *
     * @param name which
     * @param value as measured
     * @param deviation from the mean of all slices in standard deviations; empty where not defined
     */
    record Line(String name, String value, String deviation) {}

    SliceText {
        lines = List.copyOf(lines);
    }

    /**
     * What is told of a slice, by its place among all slices.
     *
     * @param styles names of the clusters
     * @param heat shown in place of the clusters, or null
     */
    static SliceText of(RunDetails details, int slice, ClusterStyles styles, @Nullable Heat heat) {
        SliceRef ref = details.refs().get(slice);
        int label = details.labels().get(slice);
        return new SliceText(
                label,
                label < 0 ? "No cluster" : styles.name(label),
                "row " + (ref.row() + 1) + ", column " + (ref.column() + 1),
                details.measured().map(measured -> lines(measured, slice, heat)).orElse(List.of()));
    }

    private static List<Line> lines(RunDetails.Measured measured, int slice, @Nullable Heat heat) {
        List<Line> lines = new ArrayList<>();
        if (heat != null
                && heat.of() instanceof HeatOf.Like
                && !Double.isNaN(heat.values().get(slice))) {
            lines.add(new Line("similarity", text(heat.values().get(slice)), ""));
        }
        Matrix values = measured.features().values();
        for (int column = 0; column < values.columns(); column++) {
            double value = values.get(slice, column);
            lines.add(new Line(
                    measured.features().statistics().get(column).replace('_', ' '),
                    Double.isNaN(value) ? "–" : text(value),
                    Double.isNaN(value) ? "" : deviation(values, column, value)));
        }
        if (!measured.silhouettes().isEmpty()
                && !Double.isNaN(measured.silhouettes().get(slice))) {
            lines.add(new Line("silhouette", text(measured.silhouettes().get(slice)), ""));
        }
        return lines;
    }

    private static String deviation(Matrix values, int column, double value) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.rows(); row++) {
            double one = values.get(row, column);
            if (!Double.isNaN(one)) {
                sum += one;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int row = 0; row < values.rows(); row++) {
            double one = values.get(row, column);
            if (!Double.isNaN(one)) {
                squares += (one - mean) * (one - mean);
            }
        }
        double std = Math.sqrt(squares / count);
        return std > 0
                ? String.format(Locale.ROOT, "%+.1f σ", (value - mean) / std).replace('-', '−')
                : "";
    }

    static String text(double value) {
        double size = Math.abs(value);
        String pattern = size >= 1000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value).replace('-', '−');
    }
}
