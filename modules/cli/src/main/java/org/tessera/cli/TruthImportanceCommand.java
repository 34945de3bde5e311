// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.truth.StatisticImportance;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.DetailsLoader;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.RunDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which statistics tell what people know of slices. */
@Command(
        name = "importance",
        mixinStandardHelpOptions = true,
        description =
                "Show how much each statistic of a run alone tells of the classes of ground truth: the share of its"
                        + " variance that lies between the classes (eta squared, 0 to 1), the greatest first. A slice under several"
                        + " classes counts for each by its area.")
final class TruthImportanceCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run whose statistics are judged.")
    private long id;

    @Mixin
    private final LayerOption layer = new LayerOption();

    @Override
    public Integer call() {
        TruthRecord truth;
        List<StatisticImportance> importance;
        try (Store store = common.openStoreToRead();
                Workers workers = common.workers();
                Progress progress = common.progress("importance")) {
            RunRecord run = store.requireRun(id);
            truth = layer.of(store, List.of(id));
            Partitions partitions = new Partitions(store);
            Partition slices = partitions.of(run);
            RunDetails details =
                    new DetailsLoader(store, workers, common.statistics(), FeatureCache.ofUser()).load(run, progress);
            importance = StatisticImportance.of(
                    details.measured()
                            .orElseThrow(() -> new ProblemException(details.problem()))
                            .features(),
                    slices.under(partitions.of(truth)));
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("layer", truth.id());
            json.put(
                    "statistics",
                    importance.stream().map(TruthImportanceCommand::json).toList());
            common.printJson(json);
        } else {
            List<List<String>> cells = new ArrayList<>(List.of(List.of("statistic", "share")));
            importance.forEach(one -> cells.add(List.of(
                    one.statistic(),
                    Double.isNaN(one.share()) ? "-" : String.format(Locale.ROOT, "%.3f", one.share()))));
            common.out()
                    .println("Run " + id + ", layer " + truth.id() + ", " + truth.name() + ", version "
                            + truth.version());
            RunTable.print(cells, new boolean[] {false, true}, common.out());
        }
        return 0;
    }

    private static Map<String, @Nullable Object> json(StatisticImportance one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("statistic", one.statistic());
        json.put("share", CompareCommand.orNull(one.share()));
        return json;
    }
}
