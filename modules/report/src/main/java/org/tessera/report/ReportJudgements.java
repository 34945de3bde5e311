// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.charts.SeriesNames;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.compare.Similarity;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.Repetition;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.RunFamily;
import org.tessera.tracking.Stability;
import org.tessera.tracking.TruthScore;

/** What tells runs of a report apart and how far they can be trusted, as tables of texts. */
final class ReportJudgements {
    /** More columns of numbers beside the first do not fit on a page; what is more goes into a table below. */
    private static final int MOST_NUMBERS = 12;

    private static final int MOST_TEXTS = 8;
    /** A matrix of more runs is none to be read on paper. */
    private static final int MOST_RUNS = 24;

    /** A longer value stands below the table. */
    private static final int LONGEST_VALUE = 40;

    private static final int LONGEST_FIGURES = 24;
    private static final Pattern FIGURES = Pattern.compile("[\\d\\s.,()x×%+−–-]*( to [\\d.−]+)?|true|false");

    private final Store store;

    ReportJudgements(Store store) {
        this.store = store;
    }

    /**
     * A table.
     *
     * @param caption a sentence below it; empty for none
     */
    private static Map<String, Object> table(List<String> heads, List<List<String>> rows, String caption) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("heads", heads);
        table.put("rows", rows);
        table.put(
                "figures",
                IntStream.range(0, heads.size())
                        .mapToObj(column -> figures(column, rows))
                        .toList());
        table.put("caption", caption);
        return table;
    }

    /** Whether a column beside the first holds figures, which stand at the right and do not break over lines. */
    private static boolean figures(int column, List<List<String>> rows) {
        return column > 0
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.length() <= LONGEST_FIGURES
                                && FIGURES.matcher(cell).matches());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.3f", value).replace("-", "−");
    }

    /** The same as several tables of at most so many columns beside the first, which each of them has. */
    private static List<Map<String, Object>> tables(
            List<String> heads, List<List<String>> rows, int most, String caption) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (int from = 1; from < heads.size(); from += most) {
            int first = from;
            int end = Math.min(heads.size(), from + most);
            tables.add(table(
                    columns(heads, first, end),
                    rows.stream().map(row -> columns(row, first, end)).toList(),
                    end == heads.size() ? caption : ""));
        }
        return tables;
    }

    private static List<String> columns(List<String> row, int from, int end) {
        List<String> columns = new ArrayList<>(List.of(row.get(0)));
        columns.addAll(row.subList(from, end));
        return columns;
    }

    /** The parameters in which runs differ; none of one run. */
    List<Map<String, Object>> differences(List<RunRecord> runs) {
        List<String> names = RunFields.names(runs).stream()
                .filter(name -> runs.stream().anyMatch(run -> run.parameters().containsKey(name)))
                .filter(name -> runs.stream()
                                .map(run -> run.parameterText(name))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        List<String> heads = new ArrayList<>(List.of("Run"));
        names.forEach(name -> heads.add(name.replace('_', ' ')));
        Map<String, String> marks = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (RunRecord run : runs) {
            List<String> row = new ArrayList<>(List.of(Long.toString(run.id())));
            names.forEach(name -> row.add(marked(run.parameterText(name), marks)));
            rows.add(row);
        }
        StringBuilder caption = new StringBuilder("Only parameters in which runs differ.");
        marks.forEach((value, mark) ->
                caption.append(' ').append(mark).append(": ").append(value).append('.'));
        return tables(heads, rows, MOST_TEXTS, caption.toString());
    }

    /** @param marks of long values, to which that of a new one is added */
    private static String marked(String value, Map<String, String> marks) {
        String text = value.replace(",", ", ");
        if (text.length() <= LONGEST_VALUE) {
            return text.isEmpty() ? "–" : text;
        }
        return marks.computeIfAbsent(text, added -> "(" + (marks.size() + 1) + ")");
    }

    /**
     * How much runs agree, for runs of each image set: the adjusted Rand index of each with each or, of many, which are nearly
     * the same; none where there is one.
     */
    List<Map<String, Object>> agreement(List<RunRecord> all, Monitor monitor) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (List<RunRecord> runs : bySet(all).values()) {
            if (runs.size() > 1) {
                Similarity similarity = similarity(runs, monitor);
                tables.addAll(runs.size() <= MOST_RUNS ? matrix(runs, similarity.rand()) : families(runs, similarity));
            }
        }
        return tables;
    }

    private Similarity similarity(List<RunRecord> runs, Monitor monitor) {
        Partitions partitions = new Partitions(store);
        List<Partition> each = runs.stream().map(partitions::of).toList();
        try (Workers workers = Workers.ofMachine()) {
            return Similarity.of(each, RunFamily.NEARLY_SAME, workers, monitor.quiet());
        }
    }

    private static List<Map<String, Object>> matrix(List<RunRecord> runs, List<List<Double>> rand) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<String> row = new ArrayList<>(List.of("Run " + runs.get(i).id()));
            rand.get(i).forEach(index -> row.add(number(index)));
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(""));
        runs.forEach(run -> heads.add("Run " + run.id()));
        return tables(
                heads,
                rows,
                MOST_NUMBERS,
                "Adjusted Rand index: 1 for the same partition, about 0 by chance; over different grids it counts pixels.");
    }

    private static List<Map<String, Object>> families(List<RunRecord> runs, Similarity similarity) {
        List<RunFamily> families = RunFamily.of(runs, similarity);
        List<List<String>> rows = RunFamily.ofSeveral(families).stream()
                .map(family -> List.of(
                        family.name(),
                        Integer.toString(family.runs().size()),
                        family.bestNumber(),
                        SeriesNames.words(family.shared()),
                        family.numbers()))
                .toList();
        String caption = RunFamily.counted(families) + ". Nearly the same: an adjusted Rand index of "
                + RunFamily.NEARLY_SAME + " or more; over different grids it counts pixels.";
        return List.of(
                rows.isEmpty()
                        ? table(List.of("Runs"), List.of(), caption)
                        : table(List.of("Family", "Runs", "Best run", "All with", "Nearly the same"), rows, caption));
    }

    private static Map<Long, List<RunRecord>> bySet(List<RunRecord> runs) {
        return runs.stream()
                .filter(run -> run.slicing().isPresent())
                .collect(Collectors.groupingBy(RunRecord::imageSet, LinkedHashMap::new, Collectors.toList()));
    }

    /** How well runs find the classes of the newest version of each layer of their images, the best by adjusted Rand index first. */
    List<Map<String, Object>> truth(List<RunRecord> all, Monitor monitor) {
        List<Map<String, Object>> tables = new ArrayList<>();
        bySet(all).forEach((set, runs) -> {
            for (TruthRecord layer : store.truth().newest(set)) {
                Partitions partitions = new Partitions(store);
                List<TruthScore> scores;
                try {
                    scores = new ArrayList<>(TruthScore.of(partitions.of(layer), runs, partitions, monitor.quiet()));
                } catch (ProblemException e) {
                    continue;
                }
                scores.sort(Comparator.comparingDouble((TruthScore one) -> one.by(OptionalInt.empty()))
                        .reversed());
                tables.addAll(tables(layer, scores));
            }
        });
        return tables;
    }

    private static List<Map<String, Object>> tables(TruthRecord layer, List<TruthScore> scores) {
        List<String> heads = new ArrayList<>(List.of("Run", "ARI", "AMI", "V-measure"));
        layer.layer().classes().forEach(name -> heads.addAll(List.of(name + ": F1", "TPR", "FDR")));
        List<List<String>> rows = new ArrayList<>();
        for (TruthScore score : scores) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(score.run().id()),
                    number(score.table().adjustedRand()),
                    number(score.table().adjustedMutualInformation()),
                    number(score.table().vMeasure())));
            for (int c = 0; c < layer.layer().classes().size(); c++) {
                Contingency.Detection found = score.detection(c);
                row.addAll(List.of(
                        number(found.f1()), number(found.truePositiveRate()), number(found.falseDiscoveryRate())));
            }
            rows.add(row);
        }
        return tables(
                heads,
                rows,
                MOST_NUMBERS,
                "Layer \"" + layer.name() + "\", version " + layer.version() + ": "
                        + layer.layer().known() + " slices of grid "
                        + layer.layer().grid()
                        + ". Of each class the cluster with the highest F1; TPR: share of the class in it; FDR: share of it"
                        + " that is not of the class.");
    }

    /** How much runs that were repeated stay what they are; none where none was. */
    List<Map<String, Object>> stability(List<RunRecord> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (RunRecord run : runs) {
            Map<String, List<Repetition>> byHow = store.repetitions().of(run.id()).stream()
                    .collect(Collectors.groupingBy(Repetition::how, LinkedHashMap::new, Collectors.toList()));
            byHow.forEach((how, each) -> rows.add(List.of(
                    Long.toString(run.id()),
                    how,
                    Integer.toString(each.size()),
                    number(Stability.mean(each)),
                    number(Stability.quantile(each, 0.025)) + " to " + number(Stability.quantile(each, 0.975)))));
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(table(
                        List.of("Run", "Repeated by", "Times", "Mean ARI", "95 % of them"),
                        rows,
                        "Adjusted Rand index between the run and each repetition."));
    }
}
