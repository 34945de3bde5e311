// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;

class TrackerTest extends TrackerFixture {
    @Test
    void anIdenticalRunIsOpenedInsteadOfRunAgain() {
        RunOutcome first = tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none());
        RunOutcome second = tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none());

        assertThat(first.identicalTo()).isNull();
        assertThat(second.opened()).isTrue();
        assertThat(second.run().id()).isEqualTo(first.run().id());
        assertThat(store.runs()).hasSize(1);
    }

    @Test
    void againRecordsAnIdenticalRunAndSaysOfWhich() {
        long first = tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none())
                .run()
                .id();
        RunOutcome second = tracker.run(source, Tiles.spec(4, 2, 1), HERE, true, Monitor.none());

        assertThat(second.opened()).isFalse();
        assertThat(second.identicalTo()).isEqualTo(first);
        assertThat(second.run().sameLabelsAs()).isEqualTo(first);
        assertThat(store.labels(second.run().id())).containsExactly(store.labels(first));
    }

    @Test
    void theSamePartitionUnderAnotherSeedIsRecordedAndSaid() {
        long first = tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none())
                .run()
                .id();
        RunOutcome second = tracker.run(source, Tiles.spec(4, 2, 2), HERE, false, Monitor.none());

        assertThat(second.identicalTo()).isNull();
        assertThat(second.run().sameLabelsAs()).isEqualTo(first);
    }

    @Test
    void theSamePixelsUnderAnotherNameAreKnownToBeTheSame() throws IOException {
        RunOutcome first = tracker.run(source, Tiles.spec(4, 2, 1), HERE, false, Monitor.none());
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(folder.resolve("tiles/a.tif"), copy.resolve("x.tif"));
        Files.copy(folder.resolve("tiles/b.tif"), copy.resolve("y.tif"));
        Source renamed = new Source.Images(org.tessera.engine.image.ImageScanner.scan(List.of(copy), "*.tif", "auto"));

        assertThat(tracker.run(renamed, Tiles.spec(4, 2, 1), HERE, false, Monitor.none())
                        .identicalTo())
                .isEqualTo(first.run().id());
    }

    @Test
    void aSweepRunsEveryCombinationAndSkipsWhatIsKnown() {
        tracker.run(source, Tiles.spec(2, 2, 42), HERE, false, Monitor.none());
        SweepOutcome first = tracker.sweep(
                source, Tiles.sweep(List.of(2, 4), List.of(2, 3)), HERE, false, run -> {}, Monitor.none());
        SweepOutcome second = tracker.sweep(
                source, Tiles.sweep(List.of(2, 4, 5), List.of(2, 3)), HERE, false, run -> {}, Monitor.none());

        assertThat(first.runs()).hasSize(4);
        assertThat(first.skippedIdentical())
                .as("another number of restarts is another run")
                .isZero();
        assertThat(second.runs()).hasSize(6);
        assertThat(second.skippedIdentical()).isEqualTo(4);
        assertThat(store.runsOfSweep(second.sweep())).hasSize(6);
        assertThat(store.sweep(second.sweep()).orElseThrow().status()).isEqualTo(Status.DONE);
    }

    @Test
    void aCancelledSweepKeepsTheRunsItToldOfAndIsNeverDone() {
        List<Long> told = new ArrayList<>();
        Monitor afterTwo = new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return told.size() >= 2;
            }
        };

        assertThatThrownBy(() -> tracker.sweep(
                        source,
                        Tiles.sweep(List.of(2, 4), List.of(2, 3)),
                        HERE,
                        false,
                        outcome -> told.add(outcome.run().id()),
                        afterTwo))
                .isInstanceOf(CancellationException.class);

        assertThat(store.runs())
                .extracting(RunRecord::id)
                .containsExactlyElementsOf(told)
                .hasSize(2);
        assertThat(store.sweep(1).orElseThrow().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aSweepThatCannotBeDoneRecordsNothing() {
        assertThatThrownBy(() -> tracker.sweep(
                        source, Tiles.sweep(List.of(4, 1), List.of(2, 3)), HERE, false, run -> {}, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1x1");
        assertThatThrownBy(() -> tracker.sweep(
                        source, Tiles.sweep(List.of(4, 60), List.of(2)), HERE, false, run -> {}, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("60x60");
        assertThat(store.runs()).isEmpty();
        assertThat(store.sweep(1)).isEmpty();
    }

    @Test
    void theBestRunPassesOverDegenerateOnes() {
        List<RunRecord> runs = tracker.sweep(
                        source,
                        Tiles.sweep(List.of(2, 4, 6, 8), List.of(2, 3, 4)),
                        HERE,
                        false,
                        run -> {},
                        Monitor.none())
                .runs();

        BestRun best = BestRun.of(runs, ScoreName.SILHOUETTE).orElseThrow();

        assertThat(runs).anyMatch(RunRecord::degenerate);
        assertThat(best.run().degenerate()).isFalse();
        double score = best.run().score(ScoreName.SILHOUETTE).orElseThrow();
        assertThat(runs)
                .allMatch(run ->
                        run.degenerate() || run.score(ScoreName.SILHOUETTE).orElseThrow() <= score);
        assertThat(best.passedOver()).allMatch(RunRecord::degenerate);
    }

    @Test
    void aSpecReadsBackFromItsParameters() {
        long id = tracker.run(source, Tiles.spec(4, 2, -7), HERE, false, Monitor.none())
                .run()
                .id();

        assertThat(SpecParameters.toSpec(store.requireRun(id).parameters())).isEqualTo(Tiles.spec(4, 2, -7));
    }

    /** What happened to the notebook's author: six statistics, then "without the mean", but the same list was passed. */
    @Test
    void theSameListUnderAnotherNameIsSaidToBeTheSame() {
        Placement withMean = new Placement("P", "E", "six statistics", null, List.of());
        Placement withoutMean = new Placement("P", "E", "without the mean", null, List.of());
        RunOutcome first = tracker.run(source, Tiles.spec(4, 3, 42), withMean, false, Monitor.none());

        RunOutcome second = tracker.run(source, Tiles.spec(4, 3, 42), withoutMean, false, Monitor.none());

        assertThat(second.opened()).isTrue();
        assertThat(second.identicalTo()).isEqualTo(first.run().id());
        assertThat(second.run().name()).isEqualTo("six statistics");
        assertThat(store.runs()).hasSize(1);
    }
}
