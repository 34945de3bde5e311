// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.Repetition;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.Stability;
import org.tessera.tracking.TruthScore;

/** What tells runs of a report apart and how far they can be trusted, as tables of texts. */
final class ReportJudgements {
    /** More columns do not fit on a page. */
    private static final int MOST_COLUMNS = 12;

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
        table.put("caption", caption);
        return table;
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.3f", value).replace("-", "−");
    }

    private static List<RunRecord> fitting(List<RunRecord> runs) {
        return runs.size() <= MOST_COLUMNS ? runs : runs.subList(0, MOST_COLUMNS);
    }

    private static String leftOut(List<RunRecord> runs) {
        return runs.size() <= MOST_COLUMNS
                ? ""
                : " The first " + MOST_COLUMNS + " of " + runs.size() + " runs are shown.";
    }

    /** The parameters in which runs differ; none of one run. */
    List<Map<String, Object>> differences(List<RunRecord> all) {
        List<RunRecord> runs = fitting(all);
        List<List<String>> rows = new ArrayList<>();
        Set<String> names = RunFields.names(all);
        for (String name : names) {
            List<String> values =
                    runs.stream().map(run -> run.parameterText(name)).toList();
            boolean parameter = all.stream().anyMatch(run -> run.parameters().containsKey(name));
            if (parameter && values.stream().distinct().count() > 1) {
                List<String> row = new ArrayList<>(List.of(name.replace('_', ' ')));
                values.forEach(value -> row.add(value.isEmpty() ? "–" : value.replace(",", ", ")));
                rows.add(row);
            }
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(table(
                        heads("Parameter", runs), rows, ("Only parameters in which runs differ." + leftOut(all))));
    }

    private static List<String> heads(String first, List<RunRecord> runs) {
        List<String> heads = new ArrayList<>(List.of(first));
        runs.forEach(run -> heads.add("Run " + run.id()));
        return heads;
    }

    /** The adjusted Rand index of each run with each, for runs of each image set; none where there is one. */
    List<Map<String, Object>> agreement(List<RunRecord> all, Monitor monitor) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (List<RunRecord> ofSet : bySet(all).values()) {
            List<RunRecord> runs = fitting(ofSet);
            if (runs.size() > 1) {
                Partitions partitions = new Partitions(store);
                List<Partition> each = runs.stream().map(partitions::of).toList();
                List<List<String>> rows = new ArrayList<>();
                for (int i = 0; i < each.size(); i++) {
                    monitor.check();
                    List<String> row =
                            new ArrayList<>(List.of("Run " + runs.get(i).id()));
                    for (Partition other : each) {
                        row.add(number(each.get(i).with(other).adjustedRand()));
                    }
                    rows.add(row);
                }
                tables.add(table(
                        heads("", runs),
                        rows,
                        "Adjusted Rand index: 1 for the same partition, about 0 by chance; over different grids it counts"
                                + " pixels." + leftOut(ofSet)));
            }
        }
        return tables;
    }

    private static Map<Long, List<RunRecord>> bySet(List<RunRecord> runs) {
        return runs.stream()
                .filter(run -> run.slicing().isPresent())
                .collect(Collectors.groupingBy(RunRecord::imageSet, LinkedHashMap::new, Collectors.toList()));
    }

    /** How well runs find the classes of the newest version of each layer of their images. */
    List<Map<String, Object>> truth(List<RunRecord> all, Monitor monitor) {
        List<Map<String, Object>> tables = new ArrayList<>();
        bySet(all).forEach((set, runs) -> {
            for (TruthRecord layer : store.truth().newest(set)) {
                Partitions partitions = new Partitions(store);
                List<TruthScore> scores;
                try {
                    scores = TruthScore.of(partitions.of(layer), runs, partitions, monitor.quiet());
                } catch (ProblemException e) {
                    continue;
                }
                tables.add(table(layer, scores));
            }
        });
        return tables;
    }

    private static Map<String, Object> table(TruthRecord layer, List<TruthScore> scores) {
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
        return table(
                heads,
                rows,
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
