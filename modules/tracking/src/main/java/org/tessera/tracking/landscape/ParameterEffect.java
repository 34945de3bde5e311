// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;

/**
 * What changing one parameter alone does, over all groups of runs that differ in it alone.
 *
 * @param parameter which
 * @param groups of runs that differ in it alone, two runs or more each
 * @param spread mean over the groups of the difference between the highest and the lowest score; NaN without scores
 * @param best the value that is best in most groups, and in how many; null without scores
 * @param rand mean adjusted Rand index between two runs that differ in it alone: 1 where it changes no partition; NaN where no
 *     partitions were compared
 * @param pairs how many pairs of runs that mean is of
 */
public record ParameterEffect(
        VaryingParameter parameter,
        int groups,
        double spread,
        @Nullable Best best,
        double rand,
        int pairs) {
    /** The most pairs of runs whose partitions are compared for a parameter; of more, evenly many are taken. */
    public static final int MOST_PAIRS = 5000;

    /** A value and the number of groups in which its run is the best. */
    public record Best(String value, int groups) {}

    /**
     * The effects of all parameters in which runs differ, the largest on the partition first.
     *
     * @param partitions of the runs
     */
    public static List<ParameterEffect> of(
            List<RunRecord> runs, ScoreName score, Function<RunRecord, Partition> partitions, Monitor monitor) {
        List<VaryingParameter> varying = VaryingParameter.of(runs);
        List<ParameterEffect> effects = new ArrayList<>();
        for (int i = 0; i < varying.size(); i++) {
            monitor.progress(i / (double) varying.size(), varying.get(i).name());
            effects.add(of(varying.get(i), runs, score, partitions, monitor));
        }
        effects.sort(
                Comparator.comparingDouble((ParameterEffect effect) -> Double.isNaN(effect.rand) ? 2 : effect.rand));
        return effects;
    }

    private static ParameterEffect of(
            VaryingParameter parameter,
            List<RunRecord> runs,
            ScoreName score,
            Function<RunRecord, Partition> partitions,
            Monitor monitor) {
        List<List<RunRecord>> groups = groups(parameter, runs);
        Map<String, Integer> wins = new LinkedHashMap<>();
        double spread = 0;
        int scored = 0;
        for (List<RunRecord> group : groups) {
            List<RunRecord> with =
                    group.stream().filter(run -> run.score(score).isPresent()).toList();
            if (with.size() > 1) {
                double[] values = with.stream()
                        .mapToDouble(run -> run.score(score).getAsDouble())
                        .sorted()
                        .toArray();
                spread += values[values.length - 1] - values[0];
                scored++;
                with.stream()
                        .filter(run -> !run.degenerate())
                        .reduce((a, b) -> score.better(
                                        b.score(score).getAsDouble(),
                                        a.score(score).getAsDouble())
                                ? b
                                : a)
                        .ifPresent(best -> wins.merge(best.parameterText(parameter.name()), 1, Integer::sum));
            }
        }
        List<RunRecord[]> pairs = pairs(parameter, groups);
        int step = Math.max(1, (pairs.size() + MOST_PAIRS - 1) / MOST_PAIRS);
        double rand = 0;
        int compared = 0;
        for (int i = 0; i < pairs.size(); i += step) {
            monitor.check();
            rand += partitions
                    .apply(pairs.get(i)[0])
                    .with(partitions.apply(pairs.get(i)[1]))
                    .adjustedRand();
            compared++;
        }
        return new ParameterEffect(
                parameter,
                groups.size(),
                scored == 0 ? Double.NaN : spread / scored,
                wins.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(most -> new Best(most.getKey(), most.getValue()))
                        .orElse(null),
                compared == 0 ? Double.NaN : rand / compared,
                compared);
    }

    /** Runs that are alike in all other parameters. */
    private static List<List<RunRecord>> groups(VaryingParameter parameter, List<RunRecord> runs) {
        Map<Map<String, @Nullable Object>, List<RunRecord>> groups = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            Map<String, @Nullable Object> others = new LinkedHashMap<>(run.parameters());
            others.put(parameter.name(), null);
            groups.computeIfAbsent(others, key -> new ArrayList<>()).add(run);
        }
        return groups.values().stream()
                .filter(group -> group.stream()
                                .map(run -> run.parameterText(parameter.name()))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static List<RunRecord[]> pairs(VaryingParameter parameter, List<List<RunRecord>> groups) {
        List<RunRecord[]> pairs = new ArrayList<>();
        for (List<RunRecord> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (!group.get(i)
                            .parameterText(parameter.name())
                            .equals(group.get(j).parameterText(parameter.name()))) {
                        pairs.add(new RunRecord[] {group.get(j), group.get(i)});
                    }
                }
            }
        }
        return pairs;
    }
}
