// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.TruthScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well runs find what people know of their slices. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Show how well runs find the classes of ground truth: adjusted Rand index, adjusted mutual"
                + " information, V-measure, and of each class F1, true positive rate and false discovery rate of the cluster"
                + " that finds it best. Runs of another grid are judged pixel by pixel.")
final class TruthScoreCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Numbers of the runs; none: every run of the images.")
    private List<Long> ids = List.of();

    @Mixin
    private final LayerOption layer = new LayerOption();

    @Option(
            names = "--sort",
            paramLabel = "CLASS",
            description = "Best first by the F1 of a class (default: by the adjusted Rand index).")
    private @Nullable String sort;

    @Override
    public Integer call() {
        TruthRecord truth;
        List<TruthScore> judged;
        try (Store store = common.openStoreToRead()) {
            truth = layer.of(store, ids);
            Partitions partitions = new Partitions(store);
            judged = new ArrayList<>(
                    TruthScore.of(partitions.of(truth), runs(store, truth), partitions, Monitor.none()));
        }
        OptionalInt by = sort == null ? OptionalInt.empty() : OptionalInt.of(classNumber(truth, sort));
        judged.sort(Comparator.comparingDouble((TruthScore one) -> one.by(by)).reversed());
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("layer", truth.id());
            json.put("name", truth.name());
            json.put("version", truth.version());
            json.put("classes", truth.layer().classes());
            json.put("runs", judged.stream().map(one -> json(one, truth)).toList());
            common.printJson(json);
        } else {
            print(judged, truth);
        }
        return 0;
    }

    private List<RunRecord> runs(Store store, TruthRecord truth) {
        if (!ids.isEmpty()) {
            return ids.stream().distinct().map(store::requireRun).toList();
        }
        return Partitions.runsOf(store, truth.imageSet());
    }

    private Integer classNumber(TruthRecord truth, String name) {
        int number = truth.layer().classes().indexOf(name);
        if (number < 0) {
            throw common.wrong("The layer has no class \"" + name + "\"; it has "
                    + String.join(", ", truth.layer().classes()) + ".");
        }
        return number;
    }

    private static Map<String, @Nullable Object> json(TruthScore one, TruthRecord truth) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", one.run().id());
        json.put("counted", one.slices() ? "slices" : "pixels");
        json.put("known", one.table().slices());
        json.put("adjusted_rand", one.table().adjustedRand());
        json.put(
                "adjusted_mutual_information", CompareCommand.orNull(one.table().adjustedMutualInformation()));
        json.put("v_measure", one.table().vMeasure());
        List<Object> classes = new ArrayList<>();
        for (int c = 0; c < truth.layer().classes().size(); c++) {
            Contingency.Detection found = one.detection(c);
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("class", truth.layer().classes().get(c));
            each.put("cluster", found.cluster());
            each.put("f1", found.f1());
            each.put("true_positive_rate", found.truePositiveRate());
            each.put("false_discovery_rate", found.falseDiscoveryRate());
            classes.add(each);
        }
        json.put("classes", classes);
        return json;
    }

    private void print(List<TruthScore> judged, TruthRecord truth) {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("run", "grid", "clusters", "adjusted Rand", "V-measure"));
        truth.layer().classes().forEach(name -> head.addAll(List.of(name + " F1", "TPR", "FDR", "cluster")));
        cells.add(head);
        for (TruthScore one : judged) {
            List<String> line = new ArrayList<>(List.of(
                    Long.toString(one.run().id()),
                    one.run().parameterText("grid"),
                    Integer.toString(one.run().clusterSizes().size()),
                    text(one.table().adjustedRand()),
                    text(one.table().vMeasure())));
            for (int c = 0; c < truth.layer().classes().size(); c++) {
                Contingency.Detection found = one.detection(c);
                line.addAll(List.of(
                        text(found.f1()),
                        text(found.truePositiveRate()),
                        text(found.falseDiscoveryRate()),
                        Integer.toString(found.cluster())));
            }
            cells.add(line);
        }
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, true);
        common.out()
                .println("Layer " + truth.id() + ", " + truth.name() + ", version " + truth.version() + ", grid "
                        + truth.layer().grid());
        RunTable.print(cells, right, common.out());
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
