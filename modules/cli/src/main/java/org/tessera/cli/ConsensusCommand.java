// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.Workers;
import org.tessera.report.Json;
import org.tessera.store.Placement;
import org.tessera.store.Store;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "consensus",
        mixinStandardHelpOptions = true,
        description =
                "Record the consensus of runs of the same slices as a run of its own: slices are together that are"
                        + " together in most of them. Each slice has an entropy: how unsure that is.")
final class ConsensusCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Numbers of the runs.")
    private List<Long> ids = List.of();

    @Option(names = "--sweep", paramLabel = "N", description = "Every run of a sweep, beside those that are named.")
    private @Nullable Long sweep;

    @Option(
            names = "--clusters",
            paramLabel = "K",
            defaultValue = "0",
            description = "How many (default: as many as stay together longest).")
    private int clusters;

    @Mixin
    private PlacementOptions placementOptions;

    @Override
    public Integer call() {
        if (clusters < 0 || clusters == 1) {
            throw common.wrong("The number of clusters is " + clusters + "; give 2 or more.");
        }
        Placement placement = common.parsed(placementOptions::placement);
        RunOutcome outcome;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("consensus")) {
            Set<Long> wanted = new LinkedHashSet<>(ids);
            if (sweep != null) {
                store.runsOfSweep(sweep).forEach(run -> wanted.add(run.id()));
            }
            outcome = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.ofUser())
                    .consensus(List.copyOf(wanted), clusters, placement, placementOptions.again(), progress);
        }
        if (common.json()) {
            common.printJson(Json.run(outcome.run(), outcome.identicalTo()));
        } else {
            RunText.print(outcome, common.out());
        }
        return 0;
    }
}
