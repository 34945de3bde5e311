// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.Repetition;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;

/** Repetitions of runs and the consensus of runs, on real tiles in a real store. */
class JudgingTest extends TrackerFixture {
    private static final Placement PLACE = new Placement("P", "E", null, null, List.of());

    private Stability stability;

    @BeforeEach
    void repeater() {
        stability = new Stability(store, workers, StatisticSet.BUILT_IN, new FeatureCache(folder.resolve("cache")));
    }

    private RunRecord run(RunSpec spec) {
        return tracker.run(source, spec, PLACE, false, Monitor.none()).run();
    }

    private Stability.Result repeat(RunRecord run, Stability.How how, int count, long seed) {
        return stability.repeat(run.id(), how, count, seed, Monitor.none());
    }

    @Test
    void everyIndexOfARepeatedRunIsKeptWithItsSeedAndHowOftenEachSliceStays() {
        RunRecord run = run(Tiles.spec(6, 2, 1));

        Stability.Result result = repeat(run, Stability.How.SEEDS, 7, 3);

        assertThat(result.repetitions()).hasSize(7).allSatisfy(one -> assertThat(one.adjustedRand())
                .isBetween(-1.0, 1.0));
        assertThat(result.repetitions()).extracting(Repetition::seed).doesNotHaveDuplicates();
        assertThat(store.repetitions().of(run.id())).isEqualTo(result.repetitions());
        SliceScores consistency =
                store.sliceScores(run.id(), NewRun.CONSISTENCY).orElseThrow();
        assertThat(consistency.size()).isEqualTo(run.slices());
        for (int i = 0; i < consistency.size(); i++) {
            assertThat(consistency.get(i)).isBetween(0.0, 1.0);
        }
        assertThat(result.quantile(0.025)).isLessThanOrEqualTo(result.mean());
        assertThat(result.quantile(0.975)).isGreaterThanOrEqualTo(result.mean());
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherRepetitionTakesThePlaceOfTheLast() {
        RunRecord run = run(Tiles.spec(6, 3, 1));

        Stability.Result first = repeat(run, Stability.How.BOOTSTRAP, 5, 11);
        Stability.Result again = repeat(run, Stability.How.BOOTSTRAP, 5, 11);
        repeat(run, Stability.How.SEEDS, 3, 11);
        repeat(run, Stability.How.SEEDS, 2, 11);

        assertThat(again.repetitions()).isEqualTo(first.repetitions());
        for (int i = 0; i < run.slices(); i++) {
            assertThat(again.consistency().get(i)).isEqualTo(first.consistency().get(i));
        }
        assertThat(store.repetitions().of(run.id()))
                .extracting(Repetition::how)
                .containsExactly("bootstrap", "bootstrap", "bootstrap", "bootstrap", "bootstrap", "seeds", "seeds");
    }

    @Test
    void aRunWithoutRandomChoiceIsRepeatedByBootstrapOnly() {
        RunRecord ward = run(Tiles.spec(6, 2, 1).clusteredBy(new ClusteringSpec.Hierarchical(2, Linkage.WARD)));

        assertThat(Stability.usual(ward)).isEqualTo(Stability.How.BOOTSTRAP);
        assertThatThrownBy(() -> repeat(ward, Stability.How.SEEDS, 3, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no random choice");
        assertThat(repeat(ward, Stability.How.BOOTSTRAP, 4, 1).repetitions()).hasSize(4);
        assertThatThrownBy(() -> repeat(ward, Stability.How.BOOTSTRAP, 0, 1)).hasMessageContaining("1 to 10000");
    }

    @Test
    void theConsensusOfRunsIsARunOfItsOwnThatIsReproducedAndNotMadeTwice() {
        List<Long> members = List.of(
                run(Tiles.spec(6, 2, 1)).id(),
                run(Tiles.spec(6, 3, 1)).id(),
                run(Tiles.spec(6, 3, 7)).id());

        RunOutcome made = tracker.consensus(members, 2, PLACE, false, Monitor.none());

        RunRecord run = made.run();
        assertThat(made.opened()).isFalse();
        assertThat(run.spec().clustering()).isEqualTo(new ClusteringSpec.Consensus(2, members));
        assertThat(run.clusterSizes()).hasSize(2);
        assertThat(run.scores()).containsKey("silhouette");
        assertThat(store.sliceScores(run.id())).containsOnlyKeys("entropy", "silhouette");
        assertThat(tracker.consensus(members, 2, PLACE, false, Monitor.none()).opened())
                .as("it is known")
                .isTrue();
        assertThat(tracker.consensus(members, 3, PLACE, false, Monitor.none()).opened())
                .isFalse();
        assertThat(tracker.reproduce(run.id(), Monitor.none()).equal()).isTrue();
        assertThatThrownBy(() -> repeat(run, Stability.How.BOOTSTRAP, 3, 1)).hasMessageContaining("consensus");
    }

    @Test
    void theConsensusOfARunWithItselfRenamedIsItAndRunsOfOtherSlicesHaveNone() {
        RunRecord one = run(Tiles.spec(6, 2, 1));
        RunRecord other = run(Tiles.spec(6, 2, 99));
        RunRecord finer = run(Tiles.spec(8, 2, 1));

        RunRecord consensus = tracker.consensus(List.of(one.id(), other.id()), 0, PLACE, false, Monitor.none())
                .run();

        assertThat(store.labels(consensus.id())).isEqualTo(store.labels(one.id()));
        assertThatThrownBy(() -> tracker.consensus(List.of(one.id(), finer.id()), 0, PLACE, false, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("same images and grid");
        assertThatThrownBy(() -> tracker.consensus(List.of(one.id(), one.id()), 0, PLACE, false, Monitor.none()))
                .hasMessageContaining("two runs or more");
    }

    @Test
    void aConsensusIsBundledWithItsMembersAndPointsToThemWhereItArrives() {
        RunRecord finer = run(Tiles.spec(8, 2, 1));
        List<Long> members =
                List.of(run(Tiles.spec(6, 2, 1)).id(), run(Tiles.spec(6, 3, 1)).id());
        long consensus = tracker.consensus(members, 2, PLACE, false, Monitor.none())
                .run()
                .id();
        Path first = folder.resolve("finer.tessera");
        Path file = folder.resolve("consensus.tessera");
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        run(Tiles.spec(4, 2, 1));
        store.bundles().write(List.of(5L, finer.id()), first, now, Monitor.none());

        List<Long> written = store.bundles().write(List.of(consensus), file, now, Monitor.none());

        assertThat(written).containsExactly(2L, 3L, 4L);
        try (Store other =
                Store.open(StoreLocation.parse(folder.resolve("other").toString()))) {
            other.bundles().read(first, now, Monitor.none());
            other.bundles().read(file, now, Monitor.none());
            RunRecord arrived = other.requireRun(5);
            assertThat(arrived.spec().clustering()).isEqualTo(new ClusteringSpec.Consensus(2, List.of(3L, 4L)));
            assertThat(other.labels(5)).isEqualTo(store.labels(consensus));
        }
    }
}
