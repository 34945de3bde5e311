// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The statistics Tessera knows. Moments are population moments (SciPy's biased definitions); percentiles are NumPy's linear
 * interpolation. Grey values unless another unit is named.
 */
@SuppressWarnings("ImmutableEnumChecker") // the formulas are stateless
public enum BuiltInStatistic implements Statistic {
    MIN("smallest grey value", SliceSummary::min),
    MAX("largest grey value", SliceSummary::max),
    RANGE("max - min", s -> (double) s.max() - s.min()),
    MEAN("arithmetic mean", SliceSummary::mean),
    STD("population standard deviation", BuiltInStatistic::std),
    VARIANCE("population variance, grey values squared", SliceSummary::variance),
    RELATIVE_STD("std / (mean + 0.001), no unit", s -> std(s) / (s.mean() + 0.001)),
    MEDIAN("50th percentile", BuiltInStatistic::median),
    SKEWNESS(
            "third central moment / std cubed, no unit; undefined for a constant slice",
            s -> s.min() == s.max() ? Double.NaN : s.thirdMoment() / Math.pow(s.variance(), 1.5)),
    KURTOSIS(
            "fourth central moment / variance squared - 3, no unit; undefined for a constant slice",
            s -> s.min() == s.max() ? Double.NaN : s.fourthMoment() / (s.variance() * s.variance()) - 3),
    MODE_NOTEBOOK(
            "the published notebook's mode: one bin below the fullest of 1024 bins",
            s -> 0.5 * ((s.modeBin() == 0 ? 0 : s.modeBinEdge(s.modeBin() - 1)) + s.modeBinEdge(s.modeBin()))),
    MODE_BIN_CENTRE(
            "centre of the fullest of 1024 bins over min..max",
            s -> 0.5 * (s.modeBinEdge(s.modeBin()) + s.modeBinEdge(s.modeBin() + 1))),
    MODE_VALUE("most frequent grey value, the smallest on a tie", SliceSummary::modeValue),
    MODE_COUNT("pixels in the fullest of 1024 bins over min..max", SliceSummary::modeBinCount),
    QUARTILE1("25th percentile", s -> s.percentile(25)),
    QUARTILE3("75th percentile", s -> s.percentile(75)),
    IQR("interquartile range, quartile3 - quartile1", s -> s.percentile(75) - s.percentile(25)),
    IQR_LOW("median - quartile1", s -> median(s) - s.percentile(25)),
    IQR_HIGH("quartile3 - median", s -> s.percentile(75) - median(s)),
    PERCENTILE_2_5("2.5th percentile", s -> s.percentile(2.5)),
    PERCENTILE_97_5("97.5th percentile", s -> s.percentile(97.5)),
    REFERENCE_INTERVAL_95("97.5th - 2.5th percentile", s -> s.percentile(97.5) - s.percentile(2.5)),
    REFERENCE_INTERVAL_95_LOW("mean - 2.5th percentile", s -> s.mean() - s.percentile(2.5)),
    REFERENCE_INTERVAL_95_HIGH("97.5th percentile - mean", s -> s.percentile(97.5) - s.mean()),
    QUINTILE1("20th percentile", s -> s.percentile(20)),
    QUINTILE2("40th percentile", s -> s.percentile(40)),
    QUINTILE3("60th percentile", s -> s.percentile(60)),
    QUINTILE4("80th percentile", s -> s.percentile(80)),
    SHAPE_VALUE(
            "how many-peaked: sum of the absolute differences of the smoothed 100-bin histogram of the middle 99 % over its"
                    + " maximum, no unit; undefined for a constant slice",
            Shape::manyPeaked);

    private final String id;
    private final String description;
    private final ToDoubleFunction<SliceSummary> formula;

    BuiltInStatistic(String description, ToDoubleFunction<SliceSummary> formula) {
        this.id = name().toLowerCase(Locale.ROOT).replaceAll("_(\\d+)_(\\d)$", "_$1.$2");
        this.description = description;
        this.formula = formula;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public double of(SliceSummary slice) {
        return formula.applyAsDouble(slice);
    }

    private static double std(SliceSummary slice) {
        return Math.sqrt(slice.variance());
    }

    private static double median(SliceSummary slice) {
        int count = slice.count();
        return 0.5 * ((double) slice.ranked((count - 1) / 2) + slice.ranked(count / 2));
    }
}
