// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Store store;

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theMarkChangesWithEverythingThatIsRecorded() {
        String empty = store.mark();
        NewRun run = SampleRuns.run("P", "E");
        store.addImageSet("P", run.imageSet(), NOON);
        String withImages = store.mark();
        store.record(run);
        String withRun = store.mark();
        long sweep = store.sweeps().begin(SampleRuns.sweep(3));
        String sweeping = store.mark();
        store.sweeps().end(sweep, Status.CANCELLED, NOON);

        assertThat(List.of(empty, withImages, withRun, sweeping, store.mark())).doesNotHaveDuplicates();
        assertThat(store.mark()).isEqualTo(store.mark());
    }

    @Test
    void aSnapshotHasProjectsImageSetsExperimentsSweepsAndRuns() {
        NewRun run = SampleRuns.run("P", "E");
        long sweep = store.sweeps().begin(SampleRuns.sweep(3));
        store.record(SampleRuns.inSweep(sweep));

        StoreSnapshot snapshot = store.snapshot(StoreSnapshot.EMPTY);

        assertThat(snapshot.projects()).containsExactly("P");
        assertThat(snapshot.imageSets()).singleElement().satisfies(entry -> assertThat(entry.set())
                .isEqualTo(run.imageSet()));
        assertThat(snapshot.experiments()).containsExactly(new StoreSnapshot.ExperimentEntry("P", "E"));
        assertThat(snapshot.sweeps()).extracting(SweepRecord::planned).containsExactly(3);
        assertThat(snapshot.runsOfSweep(sweep)).hasSize(1);
    }

    @Test
    void imagesThatWereMovedAreElsewhereInEverySetThatHasThem() {
        NewRun run = SampleRuns.run("P", "E");
        long here = store.addImageSet("P", run.imageSet(), NOON);
        long there = store.addImageSet("Q", run.imageSet(), NOON);
        long other = store.addImageSet("R", run.imageSet(), NOON);
        StoreSnapshot before = store.snapshot(StoreSnapshot.EMPTY);
        Path elsewhere = Path.of("elsewhere", "a.tif").toAbsolutePath();

        store.moveImages(
                here,
                Map.of(0, elsewhere),
                set -> "key of " + set.images().get(0).info().file().path());

        assertThat(store.mark()).isNotEqualTo(before.mark());
        StoreSnapshot after = store.snapshot(before);
        for (long set : new long[] {here, there, other}) {
            assertThat(after.imageSet(set).orElseThrow().set().contentKey()).isEqualTo("key of " + elsewhere);
            List<StoredImage> images = after.imageSet(set).orElseThrow().set().images();
            assertThat(images.get(0).info().file().path()).isEqualTo(elsewhere);
            assertThat(images.get(0).info().file().name())
                    .isEqualTo(run.imageSet().images().get(0).info().file().name());
            assertThat(images.subList(1, images.size()))
                    .isEqualTo(run.imageSet().images().subList(1, images.size()));
        }
    }

    @Test
    void runsThatAreKnownAreNotReadAgain() {
        store.record(SampleRuns.run("P", "E"));
        StoreSnapshot first = store.snapshot(StoreSnapshot.EMPTY);
        store.record(SampleRuns.run("P", "E"));

        StoreSnapshot second = store.snapshot(first);

        assertThat(second.runs()).hasSize(2);
        assertThat(second.runs().get(0)).isSameAs(first.runs().get(0));
    }

    @Test
    void aRunThatWasDeletedAndPurgedBetweenTwoLooksIsGone() {
        long first = store.record(SampleRuns.run("P", "E"));
        long second = store.record(SampleRuns.run("P", "E"));
        StoreSnapshot both = store.snapshot(StoreSnapshot.EMPTY);
        store.edits().delete(List.of(first), NOON);
        store.edits().purge(List.of(first));

        assertThat(store.snapshot(both).runs()).extracting(RunRecord::id).containsExactly(second);
    }

    @Test
    void aRunRecordedWhileASnapshotIsReadIsInItWholeOrNotAtAllAndNeverForgotten() throws InterruptedException {
        int runs = 300;
        Thread writer = new Thread(() -> {
            for (int i = 0; i < runs; i++) {
                store.record(SampleRuns.run("P", "E"));
            }
        });
        writer.start();
        StoreSnapshot snapshot = StoreSnapshot.EMPTY;
        while (writer.isAlive()) {
            if (!snapshot.mark().equals(store.mark())) {
                snapshot = store.snapshot(snapshot);
            }
        }
        writer.join();
        if (!snapshot.mark().equals(store.mark())) {
            snapshot = store.snapshot(snapshot);
        }

        assertThat(snapshot.runs()).hasSize(runs).allSatisfy(run -> {
            assertThat(run.parameters()).isNotEmpty();
            assertThat(run.scores()).isNotEmpty();
            assertThat(run.tags()).isNotEmpty();
            assertThat(run.timingsMillis()).isNotEmpty();
        });
    }
}
