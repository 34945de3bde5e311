// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunRecord;

/** Scores and their differences as text. Any thread. */
public final class ScoreText {
    /** What decides the space of the clustered table, beside the statistics. */
    private static final List<String> CLUSTERED = List.of("standardize", "pca", "pca_components");

    /** What decides which slices of the images are clustered and scored. */
    private static final List<String> LEFT_OUT = List.of("parent", "parent_clusters", "where_slice");

    private ScoreText() {}

    /** Which way a difference goes. */
    public enum Direction {
        BETTER,
        WORSE,
        NEITHER
    }

    /**
     * How a score differs from another run's.
     *
     * @param text such as {@code +0.024}, or why there is no difference
     * @param why more on that; empty for nothing
     * @param direction of the difference
     */
    public record Change(String text, String why, Direction direction) {}

    /** A score with three decimals, or a dash where it is not defined. */
    public static String of(RunRecord run, ScoreName score) {
        return run.score(score).isEmpty()
                ? "–"
                : format(score, "", run.score(score).getAsDouble());
    }

    private static String format(ScoreName score, String flags, double value) {
        boolean large = score.metric() == Metric.CALINSKI_HARABASZ || score.metric() == Metric.INERTIA;
        return String.format(Locale.ROOT, large ? "%," + flags + ".1f" : "%" + flags + ".3f", value)
                .replace('-', '−');
    }

    /** How a score of a run differs from that of another, unless the two are of different spaces. */
    public static Change change(RunRecord run, RunRecord than, ScoreName score) {
        if (run.score(score).isEmpty() || than.score(score).isEmpty()) {
            return new Change("not defined", "", Direction.NEITHER);
        }
        if (!sameSpace(run, than, score.space())) {
            return new Change("other space", "Scores in different spaces cannot be compared.", Direction.NEITHER);
        }
        if (!LEFT_OUT.stream().allMatch(parameter -> same(run, than, parameter))) {
            return new Change(
                    "other slices", "Scores of other slices of the images cannot be compared.", Direction.NEITHER);
        }
        if (score.metric() == Metric.INERTIA && run.slices() != than.slices()) {
            return new Change("other slices", "Inertia grows with the number of slices.", Direction.NEITHER);
        }
        double difference = run.score(score).getAsDouble() - than.score(score).getAsDouble();
        String text = format(score, "+", difference);
        if (text.matches("[+−][0.,]+")) {
            return new Change("±0", "", Direction.NEITHER);
        }
        boolean better = difference > 0 == score.metric().higherIsBetter();
        return new Change(text, "", better ? Direction.BETTER : Direction.WORSE);
    }

    private static boolean sameSpace(RunRecord a, RunRecord b, Space space) {
        boolean statistics = same(a, b, "statistics");
        return space == Space.CLUSTERED
                ? statistics && CLUSTERED.stream().allMatch(parameter -> same(a, b, parameter))
                : statistics;
    }

    private static boolean same(RunRecord a, RunRecord b, String parameter) {
        return Objects.equals(a.parameters().get(parameter), b.parameters().get(parameter));
    }
}
