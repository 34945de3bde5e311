// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.Source;
import org.tessera.tracking.Tracker;
import org.tessera.workbench.task.Task;

class WorkbenchTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void addedImagesAreSelectedAndKept() {
        bench.withTiles("tiles", 2);

        assertThat(bench.state().selectedImageSet()).hasValueSatisfying(entry -> {
            assertThat(entry.project()).isEqualTo("Crystals");
            assertThat(entry.set().images()).hasSize(2);
            assertThat(entry.set().mosaicColumns()).isEqualTo(2);
        });
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void addingTheSameImagesAgainAddsNothing() {
        bench.withTiles("tiles", 2).withTiles("tiles", 2);

        assertThat(bench.state().snapshot().imageSets()).hasSize(1);
    }

    @Test
    void aFolderWithoutImagesIsToldOnceAndNothingChanges() throws IOException {
        Files.createDirectory(folder.resolve("nothing"));
        bench.workbench().images().add(List.of(folder.resolve("nothing")), "*.tif", "auto", "Crystals");
        bench.settle();

        assertThat(bench.problems()).singleElement().asString().contains("nothing");
        assertThat(bench.state().snapshot().projects()).isEmpty();
    }

    @Test
    void aRunIsRecordedSelectedAndItsDetailsLoaded() {
        bench.withTiles("tiles", 2).withRun(4, 3);

        RunRecord run = bench.state().selectedRun().orElseThrow();
        assertThat(run.slices()).isEqualTo(32);
        RunDetails details = bench.state().details();
        assertThat(details.labels()).hasSize(32);
        assertThat(details.measured()).hasValueSatisfying(measured -> {
            assertThat(measured.features().values().rows()).isEqualTo(32);
            assertThat(measured.components().columns()).isEqualTo(2);
            assertThat(measured.silhouettes()).hasSize(32);
        });
    }

    @Test
    void aCancelledRunIsNotRecorded() {
        bench.withTiles("tiles", 2);
        boolean[] ended = {false};
        Task task = bench.workbench()
                .run(bench.images(), Bench.spec(4, 3), Bench.placement(), false, outcome -> ended[0] = true);
        task.cancel();
        bench.settle();

        assertThat(ended[0]).isFalse();
        assertThat(bench.state().snapshot().runs()).isEmpty();
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aFailedRunIsToldOnceAndNothingIsRecorded() throws IOException {
        bench.withTiles("tiles", 2);
        Files.delete(folder.resolve("tiles/Tile_001-002.tif"));

        bench.withRun(4, 3);

        assertThat(bench.problems()).singleElement().asString().contains("Tile_001-002.tif");
        assertThat(bench.state().snapshot().runs()).isEmpty();
    }

    @Test
    void aSweepSelectsItsBestRun() {
        bench.withTiles("tiles", 2).withSweep(List.of(4, 6, 8), 2);

        List<RunRecord> runs = bench.state().plottedRuns();
        assertThat(runs).hasSize(3);
        double best = runs.stream()
                .filter(run -> !run.degenerate())
                .mapToDouble(run -> run.scores().get("silhouette"))
                .max()
                .orElseThrow();
        assertThat(bench.state().selectedRun().orElseThrow().scores()).containsEntry("silhouette", best);
    }

    @Test
    void runsOfAnotherProgramAppear() {
        bench.withTiles("tiles", 2);
        try (Store beside = Store.open(bench.store());
                Workers workers = new Workers(1)) {
            new Tracker(beside, workers, Clock.systemUTC())
                    .run(new Source.Images(bench.images()), Bench.spec(3, 2), Bench.placement(), false, Monitor.none());
        }
        assertThat(bench.state().snapshot().runs()).isEmpty();

        bench.workbench().look();
        bench.settle();

        assertThat(bench.state().snapshot().runs()).hasSize(1);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void openingAStoreShowsTheBestRunOfTheNewestWork() {
        bench.withTiles("tiles", 2).withRun(3, 3).withSweep(List.of(6, 8), 2);
        long best = bench.state().run();
        StoreLocation store = bench.store();

        bench.workbench().session().selectImageSet(bench.state().imageSet());
        bench.workbench().open(store);
        bench.settle();

        assertThat(bench.state().run()).isEqualTo(best);
        assertThat(bench.state().sweep()).isEqualTo(1);
    }

    @Test
    void aRunThatEndsAfterAnotherStoreIsOpenedIsNotShownAmongItsRuns() {
        bench.withTiles("tiles", 2);
        StoreLocation other = StoreLocation.parse(folder.resolve("other.mv.db").toString());
        bench.workbench().open(other);
        bench.runBackground();
        bench.workbench().run(bench.images(), Bench.spec(3, 2), Bench.placement(), false, outcome -> {});
        bench.runBackground();
        bench.settle();

        assertThat(bench.state().snapshot().imageSets()).isEmpty();
        assertThat(bench.state().run()).isNull();
        bench.open();
        assertThat(bench.state().snapshot().runs())
                .as("it is recorded all the same")
                .hasSize(1);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aRunIsRecordedInItsStoreThoughAnotherIsOpenedBeforeItEnds() {
        bench.withTiles("tiles", 2);
        bench.workbench().open(StoreLocation.parse(folder.resolve("other.mv.db").toString()));
        bench.runBackground();
        bench.workbench().run(bench.images(), Bench.spec(3, 2), Bench.placement(), false, outcome -> {});
        bench.runUi();
        bench.postponeBackground();
        bench.settle();

        assertThat(bench.problems()).isEmpty();
        bench.open();
        assertThat(bench.state().snapshot().runs()).hasSize(1);
    }

    @Test
    void aProjectOpensThoughItsImagesAreGone() throws IOException {
        bench.withTiles("tiles", 2).withRun(4, 3);
        Files.delete(folder.resolve("tiles/Tile_001-001.tif"));

        bench.workbench().open(bench.store());
        bench.settle();

        RunDetails details = bench.state().details();
        assertThat(details.labels()).hasSize(32);
        assertThat(details.slices()).hasSize(32);
        assertThat(details.measured()).isEmpty();
        assertThat(details.problem()).contains("Tile_001-001.tif");
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aStoreThatCannotBeOpenedIsToldAndTheOpenOneStays() throws IOException {
        bench.withTiles("tiles", 2);
        Path broken = folder.resolve("broken.mv.db");
        Files.writeString(broken, "this is no store");

        bench.workbench().open(StoreLocation.parse(broken.toString()));
        bench.settle();

        assertThat(bench.problems()).singleElement().asString().contains("broken.mv.db");
        assertThat(bench.state().snapshot().imageSets()).hasSize(1);
    }

    @Test
    void aRunDeletedElsewhereIsGoneAndComesBackWhenRestored() {
        bench.withTiles("tiles", 2).withRun(4, 3).withRun(6, 2);
        long selected = bench.state().selectedRun().orElseThrow().id();
        try (Store elsewhere = Store.open(StoreLocation.parse(bench.state().store()))) {
            elsewhere.edits().delete(List.of(selected), Instant.parse("2026-11-24T12:00:00Z"));
            bench.workbench().look();
            bench.settle();

            assertThat(bench.state().snapshot().runs()).hasSize(1);
            assertThat(bench.state().run()).isNull();
            assertThat(bench.state().details()).isNull();
            assertThat(bench.state().imageSet()).isNotNull();

            elsewhere.edits().restore(List.of(selected));
            elsewhere.edits().rename(List.of(selected), "back again");
            bench.workbench().look();
            bench.settle();
        }

        assertThat(bench.state().snapshot().runs()).hasSize(2);
        bench.workbench().session().selectRun(selected);
        assertThat(bench.state().selectedRun().orElseThrow().name()).isEqualTo("back again");
        assertThat(bench.problems()).isEmpty();
    }
}
