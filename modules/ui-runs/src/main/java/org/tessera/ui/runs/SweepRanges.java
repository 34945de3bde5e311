// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.ProblemException;

/**
 * What a sweep goes through; every other parameter is as it is set.
 *
 * @param typed the values of each, such as {@code 2,4,8..16:4}
 */
record SweepRanges(Map<SweepRange, String> typed) {
    private static final List<SweepRange> CLUSTERING = List.of(
            SweepRange.ALGORITHM,
            SweepRange.CLUSTERS,
            SweepRange.RESTARTS,
            SweepRange.SEED,
            SweepRange.NEIGHBOURS,
            SweepRange.MIN_POINTS,
            SweepRange.EPS);
    private static final List<SweepRange> PREPARATION =
            List.of(SweepRange.FLAT_FIELD, SweepRange.INVERT, SweepRange.BIN, SweepRange.STRIDE);

    SweepRanges {
        EnumMap<SweepRange, String> sorted = new EnumMap<>(SweepRange.class);
        sorted.putAll(typed);
        typed = Collections.unmodifiableMap(sorted);
    }

    /** Those of the three parameters that are swept most. */
    static SweepRanges of(String grid, String clusters, String components) {
        return new SweepRanges(
                Map.of(SweepRange.GRID, grid, SweepRange.CLUSTERS, clusters, SweepRange.COMPONENTS, components));
    }

    /** With the values of a parameter; null: as it is set. */
    SweepRanges with(SweepRange range, @Nullable String values) {
        EnumMap<SweepRange, String> other = new EnumMap<>(SweepRange.class);
        other.putAll(typed);
        if (values == null) {
            other.remove(range);
        } else {
            other.put(range, values);
        }
        return new SweepRanges(other);
    }

    /**
     * The sweep.
     *
     * @param condition that slices fulfil, or null
     * @throws ProblemException if a range cannot be read, or they make no runs
     */
    SweepSpec spec(ParametersState set, StatisticSet known, @Nullable String condition) {
        SweepSpec spec = new SweepSpec(
                each(set, known, List.of(SweepRange.GRID), ParametersState::grid),
                each(set, known, List.of(SweepRange.STATISTICS), ParametersState::statistics),
                each(set, known, List.of(SweepRange.STANDARDIZE), ParametersState::standardize),
                each(set, known, List.of(SweepRange.COMPONENTS), SweepRanges::choice),
                each(set, known, CLUSTERING, ParametersState::clustering),
                each(set, known, PREPARATION, ParametersState::preparation),
                condition,
                set.parent(),
                0);
        spec.expand();
        return spec;
    }

    private static SweepSpec.Pca choice(ParametersState set) {
        boolean all = !set.pca() || set.components() == 0;
        return new SweepSpec.Pca(set.pca(), all ? OptionalInt.empty() : OptionalInt.of(set.components()));
    }

    /** What every combination of some parameters' values gives, each once. */
    private <T> List<T> each(
            ParametersState set, StatisticSet known, List<SweepRange> ranges, Function<ParametersState, T> value) {
        List<ParametersState> states = List.of(set);
        for (SweepRange range : ranges) {
            String text = typed.get(range);
            if (text != null && applies(range, set)) {
                var changes = range.expand(text, known);
                if ((long) states.size() * changes.size() > SweepSpec.MOST_RUNS) {
                    throw new ProblemException(
                            "The sweep has more than " + SweepSpec.MOST_RUNS + " runs; narrow its ranges.");
                }
                states = states.stream()
                        .flatMap(state -> changes.stream().map(state::with))
                        .toList();
            }
        }
        return states.stream().map(value).distinct().toList();
    }

    /** Without PCA, or where the algorithm finds the number of clusters out, its range is of no effect. */
    private boolean applies(SweepRange range, ParametersState set) {
        return switch (range) {
            case COMPONENTS -> set.pca() || typed.getOrDefault(range, "").contains("off");
            case CLUSTERS -> set.algorithm().counts() || typed.containsKey(SweepRange.ALGORITHM);
            // the slices are those of the parent
            case GRID, FLAT_FIELD, INVERT, BIN, STRIDE -> set.parent() == null;
            default -> true;
        };
    }
}
