// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** Names of statistics and of sets of them, as the command line takes them. */
public final class StatisticSet {
    /** The six of the published notebook, in its order. */
    public static final List<String> NOTEBOOK =
            List.of("std", "relative_std", "mean", "skewness", "kurtosis", "mode_notebook");

    private static final List<String> COMMON = List.of("min", "max", "mean", "std", "median");
    private static final List<String> BOX = List.of("median", "iqr", "reference_interval_95");

    private static final Map<String, Statistic> KNOWN = Arrays.stream(BuiltInStatistic.values())
            .collect(Collectors.toMap(Statistic::id, s -> s, (a, b) -> a, LinkedHashMap::new));

    private static final Map<String, List<String>> PRESETS = presets();

    private StatisticSet() {}

    private static Map<String, List<String>> presets() {
        Map<String, List<String>> presets = new LinkedHashMap<>();
        presets.put("notebook", NOTEBOOK);
        presets.put("common", COMMON);
        presets.put(
                "common-ext",
                join(
                        COMMON,
                        "range",
                        "variance",
                        "relative_std",
                        "percentile_2.5",
                        "percentile_97.5",
                        "reference_interval_95"));
        presets.put(
                "selection1",
                List.of("percentile_2.5", "mean", "percentile_97.5", "std", "quartile1", "quartile3", "median", "iqr"));
        presets.put("five-number", List.of("min", "quartile1", "median", "quartile3", "max"));
        presets.put(
                "seven-number", List.of("min", "quintile1", "quintile2", "median", "quintile3", "quintile4", "max"));
        presets.put("box-and-whisker", BOX);
        presets.put(
                "box-and-whisker-ext",
                join(BOX, "iqr_low", "iqr_high", "reference_interval_95_low", "reference_interval_95_high"));
        presets.put("all", List.copyOf(KNOWN.keySet()));
        return presets;
    }

    private static List<String> join(List<String> first, String... more) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Every built-in statistic, in the order of {@code all}. */
    public static List<Statistic> known() {
        return List.copyOf(KNOWN.values());
    }

    /** The presets: name to statistic ids. */
    public static Map<String, List<String>> named() {
        return Map.copyOf(PRESETS);
    }

    /** The names of the presets, in the order shown. */
    public static List<String> presetNames() {
        return List.copyOf(PRESETS.keySet());
    }

    /** @throws ProblemException naming the nearest known one if the id is unknown */
    public static Statistic statistic(String id) {
        Statistic found = KNOWN.get(id);
        if (found == null) {
            throw new ProblemException("There is no statistic \"" + id + "\". " + Suggestion.of(id, names()));
        }
        return found;
    }

    /**
     * A comma list of statistics and presets, each statistic once, in the order given.
     *
     * @throws ProblemException if the list is empty or has an unknown name
     */
    public static List<String> parse(String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (String word : text.split(",", -1)) {
            String name = word.strip();
            if (name.isEmpty()) {
                throw new ProblemException(
                        "The list of statistics \"" + text + "\" has an empty entry; write it like std,mean.");
            }
            List<String> preset = PRESETS.get(name);
            if (preset != null) {
                ids.addAll(preset);
            } else {
                ids.add(statistic(name).id());
            }
        }
        return List.copyOf(ids);
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(KNOWN.keySet());
        names.addAll(PRESETS.keySet());
        return names;
    }
}
