// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.RunOutcome;

/** A run in words. */
final class RunText {
    private RunText() {}

    static void print(RunOutcome outcome, PrintWriter out) {
        if (outcome.opened()) {
            out.println("Identical to run " + outcome.run().id() + ", which is shown; --again records it anew.");
        }
        print(outcome.run(), out);
    }

    static void print(RunRecord run, PrintWriter out) {
        out.println("Run " + run.id() + (run.name() == null ? "" : " \"" + run.name() + "\"") + " ("
                + run.status().id() + (run.starred() ? ", starred" : "") + (run.deleted() == null ? "" : ", deleted")
                + "), " + run.project() + " / " + run.experiment()
                + (run.sweep() == null ? "" : " / sweep " + run.sweep()));
        out.println("  images        " + run.images() + " of " + run.imageSetName() + ", " + run.slices() + " slices");
        run.parameters().forEach((name, value) -> {
            if (value != null) {
                out.println(String.format(Locale.ROOT, "  %-13s %s", name, run.parameterText(name)));
            }
        });
        int total = run.clusterSizes().stream().mapToInt(Integer::intValue).sum();
        out.println("  cluster sizes "
                + run.clusterSizes().stream()
                        .map(size -> String.format(Locale.ROOT, "%d (%.1f %%)", size, 100.0 * size / total))
                        .collect(Collectors.joining(", "))
                + (run.degenerate() ? "  degenerate: the smallest is too small to trust" : ""));
        for (ScoreName score : run.shownScores()) {
            String value = run.score(score).isPresent()
                    ? String.format(Locale.ROOT, "%.6g", run.score(score).getAsDouble())
                    : "not defined";
            out.println(String.format(Locale.ROOT, "  %-45s %s", score.label(), value));
        }
        run.warnings().forEach(warning -> out.println("  note: " + warning));
        if (run.sameLabelsAs() != null) {
            out.println("  note: The same partition as run " + run.sameLabelsAs() + ".");
        }
        if (run.note() != null) {
            out.println("  " + run.note());
        }
    }

    static String best(BestRun best) {
        RunRecord run = best.run();
        String text = "Best " + best.score().label() + ": run " + run.id() + " ("
                + String.format(Locale.ROOT, "%.4f", run.score(best.score()).orElseThrow()) + "; grid "
                + run.parameterText("grid")
                + ", " + run.clusterSizes().size() + " clusters of " + run.clusterSizes() + " slices)";
        if (!best.passedOver().isEmpty()) {
            text += "; passed over as degenerate: "
                    + best.passedOver().stream().map(r -> "run " + r.id()).collect(Collectors.joining(", "));
        }
        return text
                + best.lowerInertia()
                        .map(r -> "; run " + r.id()
                                + " of other seed or restarts has the lower inertia and the worse score")
                        .orElse("")
                + ".";
    }
}
