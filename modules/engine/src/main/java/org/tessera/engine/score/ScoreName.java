// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric in a space.
 *
 * @param metric what
 * @param space where
 */
public record ScoreName(Metric metric, Space space) {
    /** Silhouette in the clustered space. */
    public static final ScoreName SILHOUETTE = new ScoreName(Metric.SILHOUETTE, Space.CLUSTERED);

    /** Inertia, which is of the clustered space only. */
    public static final ScoreName INERTIA = new ScoreName(Metric.INERTIA, Space.CLUSTERED);

    private static final List<ScoreName> WITH_SAMPLED = list();
    private static final List<ScoreName> ALL =
            WITH_SAMPLED.stream().filter(name -> !name.sampled()).toList();

    private static List<ScoreName> list() {
        List<ScoreName> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Space space : Space.values()) {
                if (metric != Metric.INERTIA || space == Space.CLUSTERED) {
                    all.add(new ScoreName(metric, space));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Every score of a run, in the order shown. */
    public static List<ScoreName> all() {
        return ALL;
    }

    /** Every score, those of a sample too, in the order shown. */
    public static List<ScoreName> withSampled() {
        return WITH_SAMPLED;
    }

    /** Whether it is the score of a sample of the slices. */
    public boolean sampled() {
        return metric == Metric.SILHOUETTE_SAMPLED;
    }

    /** The score of an id such as {@code silhouette_raw_features}. */
    public static Optional<ScoreName> ofId(String id) {
        return WITH_SAMPLED.stream().filter(name -> name.id().equals(id)).findFirst();
    }

    /** The stable name in JSON, tables and queries. */
    public String id() {
        return metric.id() + space.suffix();
    }

    /** As shown to a person, the space always named. */
    public String label() {
        return metric.label() + ", " + space.label();
    }

    /** True if {@code a} is the better value. */
    public boolean better(double a, double b) {
        return metric.higherIsBetter() ? a > b : a < b;
    }
}
