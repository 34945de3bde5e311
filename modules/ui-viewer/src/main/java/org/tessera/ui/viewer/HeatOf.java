// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;
import org.tessera.tracking.RunDetails;

/** A number of each slice that can be painted in place of the clusters. */
public sealed interface HeatOf {
    /** The numbers of a run's slices; empty where it has none. */
    Optional<Heat> of(RunDetails details);

    /** How it is called where it is chosen. */
    String label();

    /**
     * How like a slice the others are: cosine similarity of standardised statistics, -1 to 1.
     *
     * @param slice its place among all slices
     */
    record Like(int slice) implements HeatOf {
        /** @throws ProblemException if the run left the slice out */
        @Override
        public Optional<Heat> of(RunDetails details) {
            return slice >= details.refs().size()
                    ? Optional.empty()
                    : details.measured()
                            .map(measured -> new Heat(
                                    this,
                                    Arrays.stream(measured.space().like(slice))
                                            .boxed()
                                            .toList(),
                                    -1,
                                    1));
        }

        @Override
        public String label() {
            return "Similarity";
        }
    }

    /** How much of each slice is of another cluster in the runs it is compared with, 0 to 1; known only beside those. */
    record Disagreement() implements HeatOf {
        @Override
        public Optional<Heat> of(RunDetails details) {
            return Optional.empty();
        }

        @Override
        public String label() {
            return "Disagreement";
        }
    }

    /** How well each slice fits its cluster, in the clustered space, -1 to 1. */
    record Silhouettes() implements HeatOf {
        @Override
        public Optional<Heat> of(RunDetails details) {
            return details.measured()
                    .map(RunDetails.Measured::silhouettes)
                    .filter(each -> !each.isEmpty())
                    .map(each -> new Heat(this, each, -1, 1));
        }

        @Override
        public String label() {
            return "Silhouette";
        }
    }

    /**
     * A score of each slice that is kept with the run, 0 to 1.
     *
     * @param name such as {@code consistency}
     */
    record Kept(String name) implements HeatOf {
        @Override
        public Optional<Heat> of(RunDetails details) {
            return details.measured()
                    .map(measured -> measured.kept().get(name))
                    .map(each -> new Heat(this, each, 0, 1));
        }

        @Override
        public String label() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    /**
     * A statistic, from its 1st to its 99th percentile, so that a few extremes do not hide the rest.
     *
     * @param id which
     */
    record Statistic(String id) implements HeatOf {
        private static final double TAIL = 0.01;

        @Override
        public Optional<Heat> of(RunDetails details) {
            return details.measured().flatMap(measured -> {
                int column = measured.features().statistics().indexOf(id);
                if (column < 0) {
                    return Optional.empty();
                }
                Matrix table = measured.features().values();
                List<Double> values = IntStream.range(0, table.rows())
                        .mapToObj(row -> table.get(row, column))
                        .toList();
                double[] sorted = values.stream()
                        .filter(value -> !Double.isNaN(value))
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                return sorted.length == 0
                        ? Optional.empty()
                        : Optional.of(new Heat(this, values, quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)));
            });
        }

        private static double quantile(double[] sorted, double share) {
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }

        @Override
        public String label() {
            return id.replace('_', ' ');
        }
    }
}
