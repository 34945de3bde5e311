// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** The fields of a run by name, as columns, sort keys and queries use them: what is recorded, parameters, scores. */
public final class RunFields {
    private static final Map<String, Function<RunRecord, @Nullable Object>> FIXED = fixed();

    private static final Set<String> FILED = Set.of(
            "id",
            "name",
            "project",
            "experiment",
            "sweep",
            "status",
            "started",
            "note",
            "tags",
            "starred",
            "same_labels_as");

    private RunFields() {}

    private static Map<String, Function<RunRecord, @Nullable Object>> fixed() {
        Map<String, Function<RunRecord, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("id", RunRecord::id);
        fields.put("name", RunRecord::name);
        fields.put("project", RunRecord::project);
        fields.put("experiment", RunRecord::experiment);
        fields.put("sweep", RunRecord::sweep);
        fields.put("image_set", RunRecord::imageSetName);
        fields.put("images", run -> (long) run.images());
        fields.put("slices", run -> (long) run.slices());
        fields.put("status", run -> run.status().id());
        fields.put("started", RunRecord::started);
        fields.put("note", RunRecord::note);
        fields.put("tags", run -> String.join(" ", run.tags()));
        fields.put("starred", RunRecord::starred);
        fields.put("degenerate", RunRecord::degenerate);
        fields.put("smallest", RunFields::smallest);
        fields.put("same_labels_as", RunRecord::sameLabelsAs);
        return fields;
    }

    private static @Nullable Object smallest(RunRecord run) {
        return run.smallestCluster().isEmpty()
                ? null
                : (Object) (long) run.smallestCluster().getAsInt();
    }

    /** The names that these runs have, in the order shown. */
    public static Set<String> names(List<RunRecord> runs) {
        Set<String> names = new LinkedHashSet<>(FIXED.keySet());
        names.addAll(NamedValues.names(runs.stream().map(RunRecord::parameters)));
        ScoreName.withSampled().forEach(score -> names.add(score.id()));
        return names;
    }

    /** Whether a field says how a run was made or what came of it, and not what it is called or when it was. */
    public static boolean isMade(String field) {
        return !FILED.contains(field);
    }

    /** @throws ProblemException naming the nearest known field if none of the runs has it */
    public static void check(String field, List<RunRecord> runs) {
        Set<String> names = names(runs);
        if (!names.contains(field) && !runs.isEmpty()) {
            throw new ProblemException("A run has no field \"" + field + "\". " + Suggestion.of(field, names));
        }
    }

    /** The value of a field: Long, Double, Boolean, String, Instant, list of strings; null where it has none. */
    public static @Nullable Object value(RunRecord run, String field) {
        Function<RunRecord, @Nullable Object> fixed = FIXED.get(field);
        if (fixed != null) {
            return fixed.apply(run);
        }
        Object parameter = run.parameters().get(field);
        return parameter != null ? parameter : run.scores().get(field);
    }

    /** Runs by some fields, the first first, then by number; those without a value last; numbers as numbers, grids by slices. */
    public static List<RunRecord> sorted(List<RunRecord> runs, List<SortKey> keys) {
        record Keyed(RunRecord run, List<@Nullable Object> values) {}
        List<Keyed> keyed = new ArrayList<>(runs.size());
        for (RunRecord run : runs) {
            List<@Nullable Object> values = new ArrayList<>(keys.size());
            for (SortKey key : keys) {
                Object value = value(run, key.field());
                values.add(key.field().equals("grid") && value != null ? Grid.parse(value.toString()) : value);
            }
            keyed.add(new Keyed(run, values));
        }
        keyed.sort((a, b) -> {
            for (int k = 0; k < keys.size(); k++) {
                int order =
                        compare(a.values.get(k), b.values.get(k), keys.get(k).descending());
                if (order != 0) {
                    return order;
                }
            }
            return Long.compare(a.run.id(), b.run.id());
        });
        return keyed.stream().map(Keyed::run).toList();
    }

    private static int compare(@Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order;
        if (a instanceof Grid x && b instanceof Grid y) {
            order = x.compareTo(y);
        } else if (a instanceof Number x && b instanceof Number y) {
            order = Double.compare(x.doubleValue(), y.doubleValue());
        } else {
            order = a.toString().compareTo(b.toString());
        }
        return descending ? -order : order;
    }
}
