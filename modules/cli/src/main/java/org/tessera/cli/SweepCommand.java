// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.Store;
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
        SweepText.print(outcome, common);
        return 0;
    }
}
