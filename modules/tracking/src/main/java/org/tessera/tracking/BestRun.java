// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;

/**
 * The winner by one score.
 *
 * @param score by which
 * @param run the best run that is not degenerate
 * @param passedOver degenerate runs with a better score, best first
 * @param lowerInertia a run that differs in seed or restarts only, has the lower inertia (so fits its clusters better) and
 *     yet the worse score; empty if there is none
 */
public record BestRun(ScoreName score, RunRecord run, List<RunRecord> passedOver, Optional<RunRecord> lowerInertia) {
    public BestRun {
        passedOver = List.copyOf(passedOver);
    }

    /** The scores that runs can be ranked by; inertia is not, since it falls with every cluster and slice more. */
    public static List<ScoreName> comparable() {
        return ScoreName.all().stream()
                .filter(score -> !score.equals(ScoreName.INERTIA))
                .toList();
    }

    /** Empty if no run that is not degenerate has the score. */
    public static Optional<BestRun> of(List<RunRecord> runs, ScoreName score) {
        List<RunRecord> ranked = runs.stream()
                .filter(run -> run.score(score).isPresent())
                .sorted((a, b) -> compare(score, a, b))
                .toList();
        return ranked.stream().filter(run -> !run.degenerate()).findFirst().map(best -> {
            List<RunRecord> passedOver = ranked.subList(0, ranked.indexOf(best));
            return new BestRun(score, best, passedOver, lowerInertia(runs, best));
        });
    }

    /** The best of one or more runs, or the first where none that is not degenerate has the score. */
    public static RunRecord orFirst(List<RunRecord> runs, ScoreName score) {
        return of(runs, score).map(BestRun::run).orElse(runs.get(0));
    }

    private static int compare(ScoreName score, RunRecord a, RunRecord b) {
        double left = a.score(score).orElseThrow();
        double right = b.score(score).orElseThrow();
        return score.better(left, right) ? -1 : score.better(right, left) ? 1 : Long.compare(a.id(), b.id());
    }

    private static Optional<RunRecord> lowerInertia(List<RunRecord> runs, RunRecord best) {
        double inertia = best.score(ScoreName.INERTIA).orElse(Double.NEGATIVE_INFINITY);
        return runs.stream()
                .filter(run -> run.score(ScoreName.INERTIA).orElse(Double.POSITIVE_INFINITY) < inertia * (1 - 1e-9))
                .filter(run -> differsInChanceOnly(run, best))
                .findFirst();
    }

    private static boolean differsInChanceOnly(RunRecord a, RunRecord b) {
        return a.imageSet() == b.imageSet()
                && a.parameters().keySet().stream()
                        .filter(name -> !name.equals("seed") && !name.equals("restarts"))
                        .allMatch(name -> a.parameterText(name).equals(b.parameterText(name)));
    }
}
