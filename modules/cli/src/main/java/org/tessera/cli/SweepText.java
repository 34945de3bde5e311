// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.score.ScoreName;
import org.tessera.report.Json;
import org.tessera.store.RunRecord;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.SweepOutcome;

/** A sweep as the command line prints it. */
final class SweepText {
    private SweepText() {}

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

    /** Prints a sweep as the command line asks. */
    static void print(SweepOutcome outcome, CommonOptions common) {
        if (common.json()) {
            common.printJson(json(outcome));
            return;
        }
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
