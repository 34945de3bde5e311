// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.tessera.engine.task.Workers;
import org.tessera.store.Store;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.SweepOutcome;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Make the runs that a sweep lacks which was interrupted, cancelled or failed.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "SWEEP", description = "Number of the sweep.")
    private long sweep;

    @Override
    public Integer call() {
        SweepOutcome outcome;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("sweep")) {
            outcome = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.ofUser())
                    .resume(sweep, run -> {}, progress);
        }
        SweepText.print(outcome, common);
        return 0;
    }
}
