// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.engine.task.Workers;
import org.tessera.store.Store;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.Reproduction;
import org.tessera.tracking.Tracker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Make a run again from its record alone and compare: exit status 0 only if labels and scores are"
                + " equal. Nothing is recorded.")
final class ReproduceCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "Number of the run.")
    private long id;

    @Override
    public Integer call() {
        Reproduction reproduction;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("reproduce")) {
            reproduction = new Tracker(store, workers, Clock.systemUTC(), common.statistics(), FeatureCache.none())
                    .reproduce(id, progress);
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", id);
            json.put("equal", reproduction.equal());
            json.put("differences", reproduction.differences());
            common.printJson(json);
        } else {
            common.out()
                    .println(
                            reproduction.equal()
                                    ? "Run " + id + " is reproduced: labels are equal, and scores to 1e-12."
                                    : "Run " + id + " is not reproduced.");
            reproduction.differences().forEach(sentence -> common.out().println("  " + sentence));
        }
        return reproduction.equal() ? 0 : 1;
    }
}
