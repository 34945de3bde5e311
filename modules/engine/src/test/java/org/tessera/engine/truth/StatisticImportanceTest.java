// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.transform.Matrix;

class StatisticImportanceTest {
    private static FeatureTable table(double[]... rows) {
        Matrix values = new Matrix(
                rows.length,
                rows[0].length,
                IntStream.range(0, rows.length)
                        .boxed()
                        .flatMapToDouble(i -> Arrays.stream(rows[i]))
                        .toArray());
        List<String> ids = List.of("mean", "std", "max").subList(0, rows[0].length);
        return new FeatureTable(
                List.of("a.tif"),
                ids,
                IntStream.range(0, rows.length)
                        .mapToObj(i -> new SliceRef(0, 0, i))
                        .toList(),
                values);
    }

    @Test
    void theShareIsThatOfTheVarianceBetweenTheClasses() {
        // between: 2 * 2² + 2 * 2² = 16, total: 3² + 1² + 1² + 3² = 20
        List<StatisticImportance> all = StatisticImportance.of(
                table(new double[] {1, 5}, new double[] {3, 5}, new double[] {5, 5}, new double[] {7, 5}),
                new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}});

        assertThat(all).extracting(StatisticImportance::statistic).containsExactly("mean", "std");
        assertThat(all.get(0).share()).isCloseTo(0.8, within(1e-12));
        assertThat(all.get(1).share()).as("it does not vary").isNaN();
    }

    @Test
    void slicesWithoutAClassOrAValueDoNotCountAndTheGreatestComesFirst() {
        List<StatisticImportance> all = StatisticImportance.of(
                table(
                        new double[] {1, 0},
                        new double[] {2, 0},
                        new double[] {1, 9},
                        new double[] {99, 9},
                        new double[] {Double.NaN, 9}),
                new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 0}});

        assertThat(all).extracting(StatisticImportance::statistic).containsExactly("std", "mean");
        assertThat(all.get(0).share()).isEqualTo(1);
        assertThat(all.get(1).share()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aSliceUnderTwoClassesCountsForEachByItsArea() {
        FeatureTable halves = table(new double[] {1}, new double[] {3}, new double[] {5});
        FeatureTable pixels = table(
                new double[] {1}, new double[] {1}, new double[] {3}, new double[] {3}, new double[] {5}, new double[] {
                    5
                });

        double byArea = StatisticImportance.of(halves, new long[][] {{2, 0, 0}, {1, 1, 0}, {0, 2, 0}})
                .get(0)
                .share();

        assertThat(byArea)
                .isCloseTo(
                        StatisticImportance.of(
                                        pixels,
                                        new long[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1, 0}})
                                .get(0)
                                .share(),
                        within(1e-12))
                .isCloseTo(32.0 / 48, within(1e-12));
    }
}
