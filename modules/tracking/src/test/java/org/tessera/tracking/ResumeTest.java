// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;

class ResumeTest extends TrackerFixture {
    private static final Placement TAGGED = new Placement("P", "E", "named", "noted", List.of("good"));
    private static final SweepSpec SWEEP = Tiles.sweep(List.of(2, 4, 6, 8), List.of(2, 3));

    private final List<Long> told = new ArrayList<>();

    private long stopped(boolean again) {
        Monitor afterThree = new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return told.size() >= 3;
            }
        };
        try {
            tracker.sweep(
                    source,
                    SWEEP,
                    TAGGED,
                    again,
                    outcome -> told.add(outcome.run().id()),
                    afterThree);
        } catch (SweepStopped e) {
            return e.sweep();
        }
        throw new AssertionError("not cancelled");
    }

    @Test
    void aCancelledSweepIsResumedWithExactlyTheMissingRuns() {
        long sweep = stopped(false);
        List<RunOutcome> made = new ArrayList<>();

        SweepOutcome outcome = tracker.resume(sweep, made::add, Monitor.none());

        assertThat(made).hasSize(8 - told.size());
        assertThat(outcome.runs()).hasSize(8);
        assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.DONE);
        assertThat(store.runs()).hasSize(8).allSatisfy(run -> {
            assertThat(run.sweep()).isEqualTo(sweep);
            assertThat(run.name()).isEqualTo("named");
            assertThat(run.tags()).containsExactly("good");
        });
        assertThat(store.runs()).extracting(RunRecord::identityKey).doesNotHaveDuplicates();
        assertThatThrownBy(() -> tracker.resume(sweep, made::add, Monitor.none()))
                .hasMessageContaining("complete");
    }

    @Test
    void aSweepThatRepeatsKnownRunsRepeatsTheRestWhenResumed() {
        tracker.sweep(source, SWEEP, HERE, false, run -> {}, Monitor.none());
        long sweep = stopped(true);

        tracker.resume(sweep, run -> {}, Monitor.none());

        assertThat(store.runs()).hasSize(16);
    }

    @Test
    void aDeletedRunIsNotMadeAgain() {
        long sweep = stopped(false);
        store.edits().delete(List.of(told.get(0)), Instant.EPOCH);

        tracker.resume(sweep, run -> {}, Monitor.none());

        assertThat(store.runs()).hasSize(7);
    }

    @Test
    void imagesThatHaveChangedOrGoneAreSaidAndNothingIsMade() throws Exception {
        long sweep = stopped(false);
        PictureFiles.writeTiff(
                new GrayImage(64, 48, 16, new short[64 * 48]),
                folder.resolve("tiles").resolve("a.tif"));

        assertThatThrownBy(() -> tracker.resume(sweep, run -> {}, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("have changed");
        assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.CANCELLED);

        Files.delete(folder.resolve("tiles").resolve("a.tif"));
        assertThatThrownBy(() -> tracker.resume(sweep, run -> {}, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a.tif");
        assertThat(store.runs()).hasSize(told.size());
    }
}
