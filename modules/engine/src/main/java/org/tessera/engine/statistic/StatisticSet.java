// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/**
 * The statistics that can be chosen, by name, in presets and in formulas: those built in, and those that plug-ins bring.
 * Immutable; any thread.
 */
public final class StatisticSet {
    /** The six of the published notebook, in its order. */
    public static final List<String> NOTEBOOK =
            List.of("std", "relative_std", "mean", "skewness", "kurtosis", "mode_notebook");

    private static final String ID = "[a-z][a-z0-9_.]*";

    private static final List<String> COMMON = List.of("min", "max", "mean", "std", "median");
    private static final List<String> BOX = List.of("median", "iqr", "reference_interval_95");

    /** The statistics built in. */
    public static final StatisticSet BUILT_IN = new StatisticSet(List.of());

    private final Map<String, Statistic> known;
    private final Map<String, List<String>> presets;

    /**
     * The statistics built in, and more.
     *
     * @param more statistics of plug-ins; in the preset {@code all} they stand last
     * @throws ProblemException if one has the id of another
     */
    public StatisticSet(List<Statistic> more) {
        Map<String, Statistic> all = new LinkedHashMap<>();
        for (Statistic statistic : BuiltInStatistic.values()) {
            all.put(statistic.id(), statistic);
        }
        for (Statistic statistic : more) {
            if (!statistic.id().matches(ID) || all.putIfAbsent(statistic.id(), statistic) != null) {
                throw new ProblemException("The plug-in " + statistic.getClass().getName() + " brings the statistic \""
                        + statistic.id() + "\", which is no name or is taken; remove the plug-in or change its id.");
            }
        }
        this.known = Collections.unmodifiableMap(all);
        this.presets = Collections.unmodifiableMap(presets(List.copyOf(all.keySet())));
    }

    private static Map<String, List<String>> presets(List<String> all) {
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
        presets.put("all", all);
        return presets;
    }

    private static List<String> join(List<String> first, String... more) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /** Every statistic that has a name of its own, in the order of {@code all}. */
    public List<Statistic> known() {
        return List.copyOf(known.values());
    }

    /** The names of the presets, in the order shown; {@code histogram-N} comes with any N. */
    public List<String> presetNames() {
        return List.copyOf(presets.keySet());
    }

    /**
     * A statistic by its id: a name, a bin such as {@code histogram_3_of_8}, or a formula.
     *
     * @throws ProblemException naming the nearest known one if the id is unknown, or saying what is wrong with the formula
     */
    public Statistic statistic(String id) {
        Statistic found = known.get(id);
        if (found != null) {
            return found;
        }
        Optional<Statistic> bin = HistogramBin.ofId(id);
        if (bin.isPresent()) {
            return bin.get();
        }
        if (Formula.looksLikeOne(id)) {
            return Formula.parse(id, this::statistic);
        }
        throw new ProblemException("There is no statistic \"" + id + "\". " + Suggestion.of(id, names()));
    }

    /**
     * A comma list of statistics, formulas and presets, each statistic once, in the order given.
     *
     * @throws ProblemException if the list is empty, has an unknown name or a wrong formula
     */
    public List<String> parse(String text) {
        Set<String> ids = new LinkedHashSet<>();
        for (String entry : text.split(",", -1)) {
            String word = entry.strip();
            if (word.isEmpty()) {
                throw new ProblemException(
                        "The list of statistics \"" + text + "\" has an empty entry; write it like std,mean.");
            }
            List<String> preset = presets.get(word);
            if (preset != null) {
                ids.addAll(preset);
            } else {
                ids.addAll(HistogramBin.preset(word)
                        .orElseGet(() -> List.of(statistic(word).id())));
            }
        }
        return List.copyOf(ids);
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>(known.keySet());
        names.addAll(presets.keySet());
        return names;
    }
}
