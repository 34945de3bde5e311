// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.report.Json;
import org.tessera.store.Placement;
import org.tessera.store.Store;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.Source;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "run", mixinStandardHelpOptions = true, description = "Make one run and record it.")
final class RunCommand implements Callable<Integer> {
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
        RunSpec spec = common.parsed(
                () -> single(specOptions.sweep(source, common.statistics()).expand()));
        Placement placement = common.parsed(placementOptions::placement);
        RunOutcome outcome;
        try (Workers workers = common.workers();
                Store store = common.openStore();
                Progress progress = common.progress("run")) {
            outcome = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.ofUser())
                    .run(source, spec, placement, placementOptions.again(), progress);
        }
        if (common.json()) {
            common.printJson(Json.run(outcome.run(), outcome.identicalTo()));
        } else {
            RunText.print(outcome, common.out());
        }
        return 0;
    }

    private static RunSpec single(List<RunSpec> specs) {
        if (specs.size() != 1) {
            throw new ProblemException("A run takes one value a parameter, these options make " + specs.size()
                    + " runs; use \"tessera sweep\".");
        }
        return specs.get(0);
    }
}
