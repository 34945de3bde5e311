// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tessera.tracking.landscape.MadeUpRuns.kmeans;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;

class ParameterEffectTest {
    private static final List<SliceRect> SLICES =
            IntStream.range(0, 4).mapToObj(i -> new SliceRect(i, 0, 1, 1)).toList();

    /** The seed changes nothing, the number of clusters all. */
    private static Partition partition(RunRecord run) {
        return new Partition(
                SLICES, run.parameterText("clusters").equals("2") ? new int[] {0, 0, 1, 1} : new int[] {0, 1, 0, 1});
    }

    @Test
    void aParameterIsJudgedByRunsThatDifferInItAlone() {
        List<RunRecord> runs = List.of(
                kmeans(1, 2, 2, 1, 0.5),
                kmeans(2, 2, 2, 2, 0.5),
                kmeans(3, 2, 3, 1, 0.9),
                kmeans(4, 2, 3, 2, 0.7),
                kmeans(5, 2, 4, 3, 0.99));

        List<ParameterEffect> effects =
                ParameterEffect.of(runs, ScoreName.SILHOUETTE, ParameterEffectTest::partition, Monitor.none());

        assertThat(effects).extracting(effect -> effect.parameter().name()).containsExactly("clusters", "seed");
        ParameterEffect clusters = effects.get(0);
        assertThat(clusters.groups()).isEqualTo(2);
        assertThat(clusters.spread()).isCloseTo(0.3, within(1e-12));
        assertThat(clusters.best()).isEqualTo(new ParameterEffect.Best("3", 2));
        assertThat(clusters.rand()).as("of {0,0,1,1} and {0,1,0,1}").isCloseTo(-0.5, within(1e-12));
        assertThat(clusters.pairs()).isEqualTo(2);
        ParameterEffect seed = effects.get(1);
        assertThat(seed.rand()).isEqualTo(1);
        assertThat(seed.spread()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void ofVeryManyPairsEvenlyManyAreCompared() {
        List<RunRecord> runs = new ArrayList<>();
        for (int seed = 1; seed <= 200; seed++) {
            runs.add(kmeans(seed, 2, 2, seed, 0.5));
        }

        ParameterEffect seeds = ParameterEffect.of(
                        runs, ScoreName.SILHOUETTE, ParameterEffectTest::partition, Monitor.none())
                .get(0);

        assertThat(seeds.pairs()).isBetween(ParameterEffect.MOST_PAIRS / 2, ParameterEffect.MOST_PAIRS);
        assertThat(seeds.rand()).isEqualTo(1);
    }

    @Test
    void aParameterThatNeverChangesAloneHasNoEffect() {
        List<ParameterEffect> effects = ParameterEffect.of(
                List.of(kmeans(1, 2, 2, 1, 0.5), kmeans(2, 2, 3, 2, 0.9)),
                ScoreName.SILHOUETTE,
                ParameterEffectTest::partition,
                Monitor.none());

        assertThat(effects).allSatisfy(effect -> {
            assertThat(effect.groups()).isZero();
            assertThat(effect.rand()).isNaN();
            assertThat(effect.best()).isNull();
        });
    }
}
