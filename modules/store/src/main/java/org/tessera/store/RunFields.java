// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.Comparator;
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

    /** By a field, ascending, runs without a value last; numbers as numbers, grids by their slices. */
    public static Comparator<RunRecord> comparator(String field, boolean descending) {
        Comparator<RunRecord> byValue = (a, b) -> compare(field, value(a, field), value(b, field), descending);
        return byValue.thenComparing(RunRecord::id);
    }

    private static int compare(String field, @Nullable Object a, @Nullable Object b, boolean descending) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order;
        if (field.equals("grid")) {
            order = Grid.parse(a.toString()).compareTo(Grid.parse(b.toString()));
        } else if (a instanceof Number x && b instanceof Number y) {
            order = Double.compare(x.doubleValue(), y.doubleValue());
        } else {
            order = a.toString().compareTo(b.toString());
        }
        return descending ? -order : order;
    }
}
