// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunFields;
import org.tessera.store.RunQuery;
import org.tessera.store.RunRecord;
import org.tessera.store.SortKey;

/**
 * The lines of the table.
 *
 * @param lines from top to bottom
 * @param baseline the run that others are compared with, on top; or null
 * @param ranges of the scores of the runs that match, for their bars
 * @param matching how many runs match
 * @param total how many there are
 */
record Lines(List<Line> lines, @Nullable RunRecord baseline, Map<String, Range> ranges, int matching, int total) {
    /** Nothing. */
    static final Lines NONE = new Lines(List.of(), null, Map.of(), 0, 0);

    /** A line. */
    sealed interface Line {}

    /**
     * A heading over the runs with the same value of the field that they are grouped by.
     *
     * @param value as text; empty for none
     * @param title of it
     * @param detail such as how many of its runs match
     * @param folded whether its runs are not shown
     */
    record Group(String value, String title, String detail, boolean folded) implements Line {}

    /**
     * A run.
     *
     * @param run its record
     * @param isBaseline whether the others are compared with it
     */
    record Run(RunRecord run, boolean isBaseline) implements Line {}

    /** The least and the greatest value. */
    record Range(double least, double greatest) {
        /** Where a value lies between them, 0..1. */
        double share(double value) {
            return greatest > least ? (value - least) / (greatest - least) : 1;
        }
    }

    Lines {
        lines = List.copyOf(lines);
    }

    /**
     * The lines for what was asked.
     *
     * @param runs all of them, oldest first
     * @throws ProblemException if the condition is wrong
     */
    static Lines of(List<RunRecord> runs, TableQuery query) {
        List<RunRecord> matching = runs;
        if (!query.condition().isBlank()) {
            RunQuery condition = RunQuery.parse(query.condition(), runs);
            matching = runs.stream().filter(condition::matches).toList();
        }
        Long wanted = query.baseline();
        RunRecord baseline = wanted == null
                ? null
                : runs.stream().filter(run -> run.id() == wanted).findFirst().orElse(null);
        List<Line> lines = new ArrayList<>();
        if (baseline != null) {
            lines.add(new Run(baseline, true));
        }
        List<RunRecord> sorted = query.sorts().isEmpty() ? matching : RunFields.sorted(matching, query.sorts());
        if (!query.groupBy().isEmpty()) {
            grouped(runs, sorted, query, baseline, lines);
        } else {
            sorted.stream().filter(run -> !run.equals(baseline)).forEach(run -> lines.add(new Run(run, false)));
        }
        return new Lines(lines, baseline, ranges(matching), matching.size(), runs.size());
    }

    private static void grouped(
            List<RunRecord> runs,
            List<RunRecord> sorted,
            TableQuery query,
            @Nullable RunRecord baseline,
            List<Line> lines) {
        Map<String, Integer> all = new LinkedHashMap<>();
        Map<String, List<RunRecord>> groups = new LinkedHashMap<>();
        List<SortKey> byValue = List.of(new SortKey(query.groupBy(), false));
        RunFields.sorted(runs, byValue).forEach(run -> {
            all.merge(value(run, query.groupBy()), 1, Integer::sum);
            groups.put(value(run, query.groupBy()), new ArrayList<>());
        });
        sorted.forEach(run -> groups.getOrDefault(value(run, query.groupBy()), new ArrayList<>())
                .add(run));
        groups.forEach((value, members) -> {
            if (!members.isEmpty()) {
                boolean folded = query.folded().contains(value);
                int there = all.getOrDefault(value, 0);
                boolean above = members.contains(baseline);
                lines.add(new Group(
                        value,
                        title(query.groupBy(), value),
                        (members.size() == there ? count(there) : members.size() + " of " + count(there) + " match")
                                + (above && baseline != null ? ", " + baseline.id() + " shown as baseline above" : ""),
                        folded));
                if (!folded) {
                    members.stream()
                            .filter(run -> !run.equals(baseline))
                            .forEach(run -> lines.add(new Run(run, false)));
                }
            }
        });
    }

    private static String value(RunRecord run, String field) {
        Object value = RunFields.value(run, field);
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    private static String title(String field, String value) {
        if (field.equals("sweep")) {
            return value.isEmpty() ? "Outside a sweep" : "Sweep " + value;
        }
        return Column.of(field).title() + ": " + (value.isEmpty() ? "none" : value);
    }

    private static String count(int runs) {
        return runs == 1 ? "1 run" : runs + " runs";
    }

    private static Map<String, Range> ranges(List<RunRecord> runs) {
        Map<String, DoubleSummaryStatistics> all = new LinkedHashMap<>();
        runs.forEach(run -> run.scores()
                .forEach((name, value) -> all.computeIfAbsent(name, score -> new DoubleSummaryStatistics())
                        .accept(value)));
        Map<String, Range> ranges = new LinkedHashMap<>();
        all.forEach((name, values) -> ranges.put(name, new Range(values.getMin(), values.getMax())));
        return ranges;
    }

    /** The run of a line, if it is one. */
    Optional<RunRecord> run(int line) {
        return line >= 0 && line < lines.size() && lines.get(line) instanceof Run run
                ? Optional.of(run.run)
                : Optional.empty();
    }

    /** The line of a run, or -1. */
    int lineOf(long run) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Run line && line.run.id() == run) {
                return i;
            }
        }
        return -1;
    }
}
