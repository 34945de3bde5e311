// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.StoreSnapshot;
import org.tessera.store.SweepRecord;
import org.tessera.testing.PostgresServer;

/** Several processes on one store, killed or not. The system property {@code tessera.kills} says how often (default 6). */
class ProcessesTest {
    private static final int KILLS = Integer.getInteger("tessera.kills", 6);
    private static final int SEEDS = 20;

    @TempDir
    Path folder;

    private String store;
    private Path tiles;
    private Path err;

    @BeforeEach
    void prepare() throws IOException {
        store = folder.resolve("s.mv.db").toString();
        tiles = Files.createDirectory(folder.resolve("tiles"));
        err = Files.createFile(folder.resolve("err.txt"));
        Tiles.write(tiles);
    }

    @Test
    void aSweepKilledAtAnyMomentLosesNoRunItToldOfAndResumesToExactlyTheMissingOnes()
            throws IOException, InterruptedException {
        killAndResume();
    }

    @Test
    void onAServerToo() throws IOException, InterruptedException {
        store = PostgresServer.newDatabase();
        killAndResume();
    }

    private void killAndResume() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(5);
        Set<Long> told = new TreeSet<>();
        long sweep = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long first = kill * 1000L;
            Process process = start("sweep", first, first + SEEDS - 1);
            told.addAll(RecordingProcess.killed(process, random.nextInt(2 * SEEDS), random.nextInt(30)));
            if (newestSweep(told) <= sweep) {
                // killed before it began
                told.addAll(RecordingProcess.killed(start("sweep", first, first + SEEDS - 1), 1, random.nextInt(30)));
            }
            assertThat(newestSweep(told)).as("no gap in the numbers").isEqualTo(sweep + 1);
            sweep++;
            Process resuming = start("resume", sweep, 0);
            told.addAll(RecordingProcess.killed(resuming, 0, 300 + random.nextInt(600)));

            assertResumes(sweep, told);
        }
    }

    /** The number of the newest sweep, 0 without one; every run told of is there. */
    private long newestSweep(Set<Long> told) {
        try (Store opened = Store.open(StoreLocation.parse(store))) {
            StoreSnapshot snapshot = opened.snapshot(StoreSnapshot.EMPTY);
            assertThat(snapshot.runs()).extracting(RunRecord::id).containsAll(told);
            return snapshot.sweeps().stream().mapToLong(SweepRecord::id).max().orElse(0);
        }
    }

    private void assertResumes(long sweep, Set<Long> told) throws IOException {
        try (Store opened = Store.openExisting(StoreLocation.parse(store));
                Workers workers = new Workers(1)) {
            Status before = opened.sweep(sweep).orElseThrow().status();
            assertThat(before).as(Files.readString(err)).isIn(Status.INTERRUPTED, Status.DONE);
            List<RunRecord> there = opened.runsOfSweep(sweep);
            List<RunOutcome> made = new ArrayList<>();
            if (before == Status.INTERRUPTED) {
                new Tracker(opened, workers, Clock.systemUTC()).resume(sweep, made::add, Monitor.none());
            }

            assertThat(made).hasSize(2 * SEEDS - there.size());
            assertThat(opened.sweep(sweep).orElseThrow().status()).isEqualTo(Status.DONE);
            assertThat(opened.runsOfSweep(sweep))
                    .hasSize(2 * SEEDS)
                    .extracting(RunRecord::identityKey)
                    .doesNotHaveDuplicates();
            assertThat(opened.runs()).extracting(RunRecord::id).containsAll(told);
            for (long id : told) {
                assertThat(opened.labels(id)).hasSize(32);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void processesThatRecordAtOnceRecordAllRunsAndNoneTwice(int processes) throws IOException, InterruptedException {
        recordAtOnce(processes);
    }

    @Test
    void eightProcessesOnAServerToo() throws IOException, InterruptedException {
        store = PostgresServer.newDatabase();
        recordAtOnce(8);
    }

    /** Half of the seeds of each process are those of the next as well. */
    private void recordAtOnce(int count) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(start("runs", i * 10L, i * 10L + 19));
        }
        for (Process process : processes) {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(out).as(Files.readString(err)).contains("ended");
        }

        try (Store opened = Store.openExisting(StoreLocation.parse(store))) {
            assertThat(opened.runs()).hasSize(count * 10 + 10);
            assertThat(opened.runs()).extracting(RunRecord::identityKey).doesNotHaveDuplicates();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aStoreThatTheDiskHasNoRoomForIsNotMadeAndSaysSo() throws IOException, InterruptedException {
        Process process = RecordingProcess.onFullDisk(700, store, tiles, err, "runs", "0", "1");

        assertThat(RecordingProcess.told(process)).isEmpty();
        assertThat(Files.readString(err)).contains("Cannot make the store " + store + "; check the disk's space");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFullDiskIsSaidAndLosesNoRunItToldOf() throws IOException, InterruptedException {
        Process process = RecordingProcess.onFullDisk(4000, store, tiles, err, "runs", "0", "5000");
        List<Long> told = RecordingProcess.told(process);

        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(err)).contains("check the disk's space");
        assertThat(told).isNotEmpty();
        try (Store opened = Store.openExisting(StoreLocation.parse(store));
                Workers workers = new Workers(1)) {
            assertThat(opened.runs()).extracting(RunRecord::id).containsAll(told);
            for (long id : told) {
                assertThat(opened.labels(id)).hasSize(32);
            }
            RunOutcome next = new Tracker(opened, workers, Clock.systemUTC())
                    .run(
                            new Source.Images(ImageScanner.scan(List.of(tiles), "*.tif", "auto")),
                            Tiles.spec(4, 3, 9999),
                            Placement.ofDefaults(),
                            false,
                            Monitor.none());
            assertThat(opened.requireRun(next.run().id()).id())
                    .isEqualTo(next.run().id());
        }
    }

    private Process start(String what, long first, long last) throws IOException {
        return RecordingProcess.start(store, tiles, err, what, Long.toString(first), Long.toString(last));
    }
}
