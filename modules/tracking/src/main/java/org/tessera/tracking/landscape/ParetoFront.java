// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;

/**
 * The runs than which none is better in one of two scores and as good in the other: the best trade-offs (Pareto 1906).
 * Degenerate runs and runs that lack a score are left out.
 *
 * @param one a score
 * @param other another
 * @param runs those that have both, degenerate ones too
 * @param front those that none dominates, by the first score, best first
 */
public record ParetoFront(ScoreName one, ScoreName other, List<RunRecord> runs, List<RunRecord> front) {
    public ParetoFront {
        runs = List.copyOf(runs);
        front = List.copyOf(front);
    }

    /** The front of runs, in the order of their number times its logarithm. */
    public static ParetoFront of(List<RunRecord> all, ScoreName one, ScoreName other) {
        List<RunRecord> runs = all.stream()
                .filter(run -> run.score(one).isPresent() && run.score(other).isPresent())
                .toList();
        Comparator<RunRecord> bestFirst = Comparator.<RunRecord>comparingDouble(run -> cost(run, one))
                .thenComparingDouble(run -> cost(run, other))
                .thenComparingLong(RunRecord::id);
        List<RunRecord> front = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double at = Double.NaN;
        for (RunRecord run :
                runs.stream().filter(run -> !run.degenerate()).sorted(bestFirst).toList()) {
            double first = cost(run, one);
            double second = cost(run, other);
            // runs equal in both do not dominate each other
            if (second < least || (second == least && first == at)) {
                front.add(run);
                least = second;
                at = first;
            }
        }
        return new ParetoFront(one, other, runs, front);
    }

    private static double cost(RunRecord run, ScoreName score) {
        double value = run.score(score).orElseThrow();
        return score.metric().higherIsBetter() ? -value : value;
    }

    /** The runs of the front that are better than a run in one score and at least as good in the other; none for one of the front. */
    public List<RunRecord> dominating(RunRecord run) {
        if (run.score(one).isEmpty() || run.score(other).isEmpty()) {
            return List.of();
        }
        double first = cost(run, one);
        double second = cost(run, other);
        return front.stream()
                .filter(better -> cost(better, one) <= first
                        && cost(better, other) <= second
                        && (cost(better, one) < first || cost(better, other) < second))
                .toList();
    }
}
