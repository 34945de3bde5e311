// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.tessera.engine.slice.Grid;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.store.SortKey;

/**
 * A parameter in which runs differ.
 *
 * @param name as in the command line's JSON
 * @param values as text, two or more: numbers ascending, grids by slices, other words in alphabetical order; last the empty
 *     text if the parameter does not apply to some run
 */
public record VaryingParameter(String name, List<String> values) {
    /** What says where a run comes from, not how it is made: nobody goes through its values. */
    private static final Set<String> NOT_ASKED = Set.of("applied", "parent", "parent_clusters", "members");

    public VaryingParameter {
        values = List.copyOf(values);
    }

    /** The parameters in which these runs differ, in the order shown. */
    public static List<VaryingParameter> of(List<RunRecord> runs) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> varying = new HashSet<>();
        for (RunRecord run : runs) {
            names.addAll(run.parameters().keySet());
            for (String name : names) {
                if (!Objects.equals(
                        runs.get(0).parameters().get(name), run.parameters().get(name))) {
                    varying.add(name);
                }
            }
        }
        return names.stream()
                .filter(name -> varying.contains(name) && !NOT_ASKED.contains(name))
                .map(name -> new VaryingParameter(name, values(runs, name)))
                .toList();
    }

    private static List<String> values(List<RunRecord> runs, String name) {
        return RunFields.sorted(distinct(runs, name), List.of(new SortKey(name, false))).stream()
                .map(run -> run.parameterText(name))
                .toList();
    }

    /** One run of each value. */
    private static List<RunRecord> distinct(List<RunRecord> runs, String name) {
        Map<String, RunRecord> one = new LinkedHashMap<>();
        runs.forEach(run -> one.putIfAbsent(run.parameterText(name), run));
        return List.copyOf(one.values());
    }

    /** Where a value lies along an axis: a number as it is, a grid at its slices per image side; empty for other words. */
    public OptionalDouble position(String value) {
        try {
            return value.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            name.equals("grid") ? Math.sqrt(Grid.parse(value).slices()) : Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether all values are numbers or grids. */
    public boolean numeric() {
        return values.stream().allMatch(value -> position(value).isPresent());
    }
}
