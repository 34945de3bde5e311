// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

class ScoreCalculatorTest {
    private static final Matrix FOUR = new Matrix(4, 1, new double[] {0, 2, 10, 14});

    @Test
    void scoresOfFourPointsAreThoseWorkedOutByHand() {
        Scores scores = score(FOUR, 0, 0, 1, 1);

        double silhouette = ((12 - 2) / 12.0 + (10 - 2) / 10.0 + (9 - 4) / 9.0 + (13 - 4) / 13.0) / 4;
        assertThat(scores.get(ScoreName.SILHOUETTE).orElseThrow()).isCloseTo(silhouette, within(1e-15));
        assertThat(scores.get(ScoreName.INERTIA)).hasValue(1 + 1 + 4 + 4);
        assertThat(scores.get(name(Metric.DAVIES_BOULDIN))).hasValue((1 + 2) / 11.0);
        assertThat(scores.get(name(Metric.CALINSKI_HARABASZ))).hasValue((2 * 5.5 * 5.5 + 2 * 5.5 * 5.5) / (10.0 / 2));
    }

    @Test
    void theOnlyMemberOfAClusterHasSilhouetteZeroAndNoSpread() {
        Scores scores = score(FOUR, 0, 0, 0, 1);

        double first = (14 - 6) / 14.0;
        double second = (12 - 5) / 12.0;
        double third = (4 - 9) / 9.0;
        assertThat(scores.get(ScoreName.SILHOUETTE).orElseThrow())
                .isCloseTo((first + second + third) / 4, within(1e-15));
        assertThat(scores.get(name(Metric.DAVIES_BOULDIN))).hasValue((4 + 2 + 6) / 3.0 / 10);
    }

    @Test
    void oneClusterAndOneSliceAClusterHaveNoScoreButInertia() {
        assertThat(score(FOUR, 0, 0, 0, 0).values()).containsOnlyKeys(ScoreName.INERTIA);
        assertThat(score(FOUR, 0, 1, 2, 3).values()).containsOnlyKeys(ScoreName.INERTIA);
    }

    @Test
    void coincidingCentresLeaveDaviesBouldinUndefined() {
        Scores scores = score(new Matrix(4, 1, new double[] {-1, 1, -2, 2}), 0, 0, 1, 1);

        assertThat(scores.get(name(Metric.DAVIES_BOULDIN))).isEmpty();
        assertThat(scores.get(ScoreName.SILHOUETTE)).isPresent();
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        Matrix x = new Matrix(3000, 2);
        int[] labels = new int[3000];
        for (int i = 0; i < 3000; i++) {
            x.set(i, 0, Math.sin(i * 12.9898) * 43758.5453 % 1);
            x.set(i, 1, Math.sin(i * 78.233) * 12543.123 % 1);
            labels[i] = i % 3;
        }
        Labels canonical = Labels.canonical(labels);
        try (Workers one = new Workers(1);
                Workers eight = new Workers(8)) {
            assertThat(new Silhouette(eight).ofEach(x, canonical, Monitor.none()))
                    .containsExactly(new Silhouette(one).ofEach(x, canonical, Monitor.none()));
        }
    }

    @Test
    void adjustedRandIgnoresNamesAndIsZeroOrLessForUnrelatedLabels() {
        assertThat(Contingency.of(new int[] {0, 0, 1, 1, 2}, new int[] {5, 5, 3, 3, 0})
                        .adjustedRand())
                .isEqualTo(1);
        assertThat(Contingency.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1})
                        .adjustedRand())
                .isLessThan(0.01);
        assertThat(Contingency.of(new int[] {0, 0, 0}, new int[] {1, 1, 1}).adjustedRand())
                .isEqualTo(1);
    }

    @Test
    void theClusterThatFindsAClassBestIsNamedWithItsRates() {
        int[] crystal = {1, 1, 1, 0, 0, 0};
        Contingency.Detection found =
                Contingency.of(new int[] {1, 1, 0, 1, 0, -1}, crystal).detection(1);

        assertThat(found.cluster()).isEqualTo(1);
        assertThat(found.truePositiveRate()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(found.falseDiscoveryRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(found.f1()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void aSliceOfTheClassThatIsInNoClusterIsMissed() {
        Contingency.Detection found =
                Contingency.of(new int[] {1, 1, -1, 0}, new int[] {1, 1, 1, 0}).detection(1);

        assertThat(found.truePositiveRate()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(found.falseDiscoveryRate()).isZero();
    }

    private static ScoreName name(Metric metric) {
        return new ScoreName(metric, Space.CLUSTERED);
    }

    private static Scores score(Matrix x, int... labels) {
        assertThat(Arrays.stream(labels).max()).isPresent();
        try (Workers workers = new Workers(2)) {
            return new ScoreCalculator(workers)
                    .of(Map.of(Space.CLUSTERED, x), Labels.canonical(labels), Monitor.none());
        }
    }
}
