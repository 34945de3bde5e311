// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.FitSummary;

/** A {@link FitSummary} as maps and lists, and back. */
public final class SummaryText {
    private SummaryText() {}

    /** The features: statistic to mean, std, min and max. */
    public static Map<String, Object> features(FitSummary summary) {
        Map<String, Object> features = new LinkedHashMap<>();
        for (FitSummary.Feature feature : summary.features()) {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("mean", feature.mean());
            numbers.put("std", feature.std());
            numbers.put("min", feature.min());
            numbers.put("max", feature.max());
            features.put(feature.statistic(), numbers);
        }
        return features;
    }

    /**
     * The summary of what {@link #features} and its loadings gave.
     *
     * @param loadings lists of numbers, or null without PCA
     */
    static FitSummary of(Map<String, @Nullable Object> features, @Nullable Object loadings) {
        List<FitSummary.Feature> list = new ArrayList<>();
        features.forEach((statistic, numbers) -> {
            Map<?, ?> of = (Map<?, ?>) Objects.requireNonNull(numbers);
            list.add(new FitSummary.Feature(
                    statistic,
                    number(of.get("mean")),
                    number(of.get("std")),
                    number(of.get("min")),
                    number(of.get("max"))));
        });
        List<List<Double>> rows = new ArrayList<>();
        if (loadings instanceof List<?> components) {
            for (Object component : components) {
                rows.add(((List<?>) component).stream().map(SummaryText::number).toList());
            }
        }
        return new FitSummary(list, rows);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
