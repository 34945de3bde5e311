// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.Workers;
import org.tessera.store.Repetition;
import org.tessera.store.Store;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.Stability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "stability",
        mixinStandardHelpOptions = true,
        description =
                "Repeat a run and show how much its partition stays: the adjusted Rand index of each repetition, their"
                        + " mean and 95 % interval. They are kept with the run, and how often each slice stays in its cluster.")
final class StabilityCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Option(
            names = "--how",
            paramLabel = "W",
            description =
                    "seeds: with other seeds; bootstrap: fitted to slices drawn with replacement, then applied to all"
                            + " (default: seeds if the run has one).")
    private @Nullable String how;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int repetitions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "From which the seeds of the repetitions are drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        String wanted = how;
        Stability.Result result;
        try (Store store = common.openStoreToRead();
                Workers workers = common.workers();
                Progress progress = common.progress("stability")) {
            Stability.How by = wanted == null
                    ? Stability.usual(store.requireRun(id))
                    : common.parsed(() -> Stability.How.ofId(wanted));
            result = new Stability(store, workers, common.statistics(), FeatureCache.ofUser())
                    .repeat(id, by, repetitions, seed, progress);
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("how", result.how().id());
            json.put(
                    "adjusted_rand",
                    result.repetitions().stream().map(Repetition::adjustedRand).toList());
            json.put(
                    "seeds", result.repetitions().stream().map(Repetition::seed).toList());
            json.put("mean", result.mean());
            json.put("low", result.quantile(0.025));
            json.put("high", result.quantile(0.975));
            common.printJson(json);
        } else {
            common.out()
                    .println(String.format(
                            Locale.ROOT,
                            "Run %d, %d repetitions by %s: adjusted Rand index %.3f on average, 95 %% of them from %.3f to"
                                    + " %.3f",
                            id,
                            repetitions,
                            result.how().id(),
                            result.mean(),
                            result.quantile(0.025),
                            result.quantile(0.975)));
            for (Repetition one : result.repetitions()) {
                common.out().println(String.format(Locale.ROOT, "  seed %-12d %.3f", one.seed(), one.adjustedRand()));
            }
        }
        return 0;
    }
}
