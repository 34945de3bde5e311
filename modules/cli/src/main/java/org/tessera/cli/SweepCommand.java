// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Workers;
import org.tessera.report.Json;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.Source;
import org.tessera.tracking.SweepOutcome;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description =
                "Make a run of every combination of parameters; options take lists and ranges such as 2,4,8..16:4.")
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private SourceOptions sourceOptions;

    @Mixin
    private SpecOptions specOptions;

    @Mixin
    private PlacementOptions placementOptions;

    @Override
    public Integer call() {
        Source source = sourceOptions.source(common);
        SweepSpec spec = common.parsed(() -> specOptions.sweep(source, common.statistics()));
        common.parsed(spec::expand);
        Placement placement = common.parsed(placementOptions::placement);
        SweepOutcome outcome;
        try (Workers workers = common.workers();
                Store store = common.openStore();
                Progress progress = common.progress("sweep")) {
            outcome = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.ofUser())
                    .sweep(source, spec, placement, placementOptions.again(), run -> {}, progress);
        }
        if (common.json()) {
            common.printJson(json(outcome));
        } else {
            print(outcome);
        }
        return 0;
    }

    static Map<String, Object> json(SweepOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", outcome.sweep());
        map.put(
                "runs",
                outcome.outcomes().stream()
                        .map(one -> Json.run(one.run(), one.identicalTo()))
                        .toList());
        map.put("skipped_identical", outcome.skippedIdentical());
        Map<String, Object> best = new LinkedHashMap<>();
        for (ScoreName score : BestRun.comparable()) {
            BestRun.of(outcome.runs(), score)
                    .ifPresent(b -> best.put(score.id(), b.run().id()));
        }
        map.put("best", best);
        return map;
    }

    private void print(SweepOutcome outcome) {
        List<RunRecord> runs = outcome.runs();
        RunTable.print(runs, RunTable.DEFAULT_COLUMNS, common.out());
        common.out().println();
        common.out()
                .println("Sweep " + outcome.sweep() + ": " + runs.size() + " runs"
                        + (outcome.skippedIdentical() == 0
                                ? ""
                                : ", " + outcome.skippedIdentical() + " of them known already and not run again")
                        + ", in " + common.location());
        Optional<BestRun> best = BestRun.of(runs, ScoreName.SILHOUETTE);
        common.out().println(best.map(RunText::best).orElse("No run that is not degenerate has a silhouette."));
    }
}
