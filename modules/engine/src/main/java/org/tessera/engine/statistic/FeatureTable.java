// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;
import org.tessera.engine.transform.Matrix;

/**
 * Slices x statistics.
 *
 * @param images names of the images, as {@link SliceRef#image()} counts them
 * @param statistics ids of the columns, all different
 * @param slices the rows, all different
 * @param values slices x statistics; NaN where a statistic is undefined for a slice
 */
public record FeatureTable(List<String> images, List<String> statistics, List<SliceRef> slices, Matrix values) {
    public FeatureTable {
        images = List.copyOf(images);
        statistics = List.copyOf(statistics);
        slices = List.copyOf(slices);
        if (values.rows() != slices.size() || values.columns() != statistics.size()) {
            throw new IllegalArgumentException(values.rows() + " x " + values.columns() + " values for " + slices.size()
                    + " slices and " + statistics.size() + " statistics");
        }
        if (statistics.isEmpty() || new LinkedHashSet<>(statistics).size() != statistics.size()) {
            throw new ProblemException(
                    "The statistics " + String.join(",", statistics) + " are none or name one twice; give each once.");
        }
    }

    /**
     * The table of the slices of images.
     *
     * @param images names of the images
     * @param ids of the statistics
     * @param slices of each image
     * @param parts for each image its values: rows of slices, then columns, then statistics
     */
    public static FeatureTable ofImages(
            List<String> images, List<String> ids, List<ImageSlices> slices, List<double[]> parts) {
        List<SliceRef> refs = ImageSlices.refs(slices);
        double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
        return new FeatureTable(images, ids, refs, new Matrix(refs.size(), ids.size(), all));
    }

    /**
     * The same slices with some of the statistics, in the order asked for.
     *
     * @throws ProblemException if a statistic is not in this table
     */
    public FeatureTable select(List<String> wanted) {
        if (wanted.equals(statistics)) {
            return this;
        }
        int[] columns = wanted.stream().mapToInt(this::column).toArray();
        Matrix some = new Matrix(slices.size(), columns.length);
        for (int row = 0; row < slices.size(); row++) {
            for (int i = 0; i < columns.length; i++) {
                some.set(row, i, values.get(row, columns[i]));
            }
        }
        return new FeatureTable(images, wanted, slices, some);
    }

    /** Some of the slices, in the order given. */
    public FeatureTable rows(int[] chosen) {
        return new FeatureTable(
                images, statistics, Arrays.stream(chosen).mapToObj(slices::get).toList(), values.selectRows(chosen));
    }

    private int column(String statistic) {
        int column = statistics.indexOf(statistic);
        if (column < 0) {
            throw new ProblemException(
                    "The feature table has no column \"" + statistic + "\". " + Suggestion.of(statistic, statistics));
        }
        return column;
    }

    /** How many values are undefined. */
    public int undefined() {
        int undefined = 0;
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                undefined += Double.isNaN(values.get(row, column)) ? 1 : 0;
            }
        }
        return undefined;
    }

    /** Undefined values replaced by 0: what is clustered and scored. */
    public Matrix defined() {
        Matrix defined = new Matrix(values.rows(), values.columns());
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                double value = values.get(row, column);
                defined.set(row, column, Double.isNaN(value) ? 0 : value);
            }
        }
        return defined;
    }
}
