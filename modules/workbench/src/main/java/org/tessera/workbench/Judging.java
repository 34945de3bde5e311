// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.tracking.Stability;

/** What tells how far recorded runs can be trusted: repetitions of one, the consensus of several. User interface's thread. */
public final class Judging {
    private static final int REPETITIONS = 20;
    private static final int SEED = 1;

    private final Workbench workbench;

    Judging(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Repeats a run with other seeds or, if it has none, by bootstrap; what came of it is kept with the run. */
    public void repeat(RunRecord run, Consumer<String> told) {
        workbench.record(
                "Repeating run " + run.id(),
                (in, monitor) -> in.stability().repeat(run.id(), Stability.usual(run), REPETITIONS, SEED, monitor),
                result -> {
                    workbench.session().reload(run.id());
                    told.accept(String.format(
                            Locale.ROOT,
                            "Run %d: ARI %.3f (%.3f to %.3f) over %d repetitions by %s. \"Consistency\" shows it by slice.",
                            run.id(),
                            result.mean(),
                            result.quantile(0.025),
                            result.quantile(0.975),
                            REPETITIONS,
                            result.how().id()));
                });
    }

    /** Records the consensus of runs as a run, which is then selected. */
    public void consensus(List<RunRecord> runs, Consumer<String> told) {
        RunRecord first = runs.get(0);
        Placement placement = new Placement(first.project(), first.experiment(), null, null, List.of());
        workbench.record(
                "Consensus of " + runs.size() + " runs",
                (in, monitor) ->
                        in.tracker().consensus(runs.stream().map(RunRecord::id).toList(), 0, placement, false, monitor),
                outcome -> {
                    workbench.session().selectRun(outcome.run().id());
                    told.accept((outcome.opened() ? "Known already: run " : "Recorded as run ")
                            + outcome.run().id() + ". \"Entropy\" shows where the runs disagree.");
                });
    }
}
