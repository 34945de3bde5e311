// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Parameters;

@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Apply a run's fitted scaling, PCA and clusters to other images, as a run of its own.")
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run that is applied.")
    private long id;

    @Mixin
    private SourceOptions sourceOptions;

    @Mixin
    private PlacementOptions placementOptions;

    @Override
    public Integer call() {
        Source source = sourceOptions.source(common);
        Placement placement = common.parsed(placementOptions::placement);
        RunOutcome outcome;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("apply")) {
            outcome = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.ofUser())
                    .apply(source, id, placement, placementOptions.again(), progress);
        }
        if (common.json()) {
            common.printJson(Json.run(outcome.run(), outcome.identicalTo()));
        } else {
            RunText.print(outcome, common.out());
        }
        return 0;
    }
}
