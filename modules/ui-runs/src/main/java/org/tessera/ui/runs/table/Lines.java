// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunFields;
import org.tessera.store.RunQuery;
import org.tessera.store.RunRecord;

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
     * A heading over the runs of a sweep, or over those outside one.
     *
     * @param sweep its number, 0 outside
     * @param title of it
     * @param detail such as how many of its runs match
     * @param folded whether its runs are not shown
     */
    record Group(long sweep, String title, String detail, boolean folded) implements Line {}

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
        if (query.grouped()) {
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
        Map<Long, Integer> planned = new LinkedHashMap<>();
        runs.forEach(run -> planned.merge(group(run), 1, Integer::sum));
        TreeMap<Long, List<RunRecord>> groups = new TreeMap<>(Lines::outsideLast);
        sorted.forEach(run ->
                groups.computeIfAbsent(group(run), sweep -> new ArrayList<>()).add(run));
        groups.forEach((sweep, members) -> {
            boolean folded = query.folded().contains(sweep);
            int all = planned.getOrDefault(sweep, 0);
            boolean above = members.contains(baseline);
            lines.add(new Group(
                    sweep,
                    sweep == 0 ? "Outside a sweep" : "Sweep " + sweep,
                    (members.size() == all ? count(all) : members.size() + " of " + count(all) + " match")
                            + (above && baseline != null ? ", " + baseline.id() + " shown as baseline above" : ""),
                    folded));
            if (!folded) {
                members.stream().filter(run -> !run.equals(baseline)).forEach(run -> lines.add(new Run(run, false)));
            }
        });
    }

    private static int outsideLast(Long a, Long b) {
        return a == 0 || b == 0 ? Boolean.compare(a == 0, b == 0) : Long.compare(a, b);
    }

    private static long group(RunRecord run) {
        Long sweep = run.sweep();
        return sweep == null ? 0 : sweep;
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
