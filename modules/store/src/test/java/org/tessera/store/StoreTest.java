// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.slice.SliceRef;

class StoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aRunReadsBackAsItWasRecorded() {
        try (Store store = open("a")) {
            NewRun run = SampleRuns.run("Crystals", "Grid study");
            long id = store.record(run);

            RunRecord record = store.requireRun(id);

            assertThat(record.project()).isEqualTo("Crystals");
            assertThat(record.experiment()).isEqualTo("Grid study");
            assertThat(record.status()).isEqualTo(Status.DONE);
            assertThat(record.parameters()).isEqualTo(run.parameters());
            assertThat(List.copyOf(record.parameters().keySet()))
                    .isEqualTo(List.copyOf(run.parameters().keySet()));
            assertThat(record.scores()).isEqualTo(Map.of("silhouette", 0.1 + 0.2, "inertia", 123.0));
            assertThat(record.clusterSizes()).containsExactly(5, 2, 1);
            assertThat(record.explainedVarianceRatio()).containsExactly(0.75, 0.25);
            assertThat(record.timingsMillis()).containsOnlyKeys("read", "cluster", "store");
            assertThat(record.warnings()).containsExactly("One.", "Two.");
            assertThat(record.tags()).containsExactly("good", "to show");
            assertThat(record.degenerate()).isTrue();
            assertThat(record.started()).isEqualTo(run.started());
            assertThat(record.provenance()).isEqualTo(run.provenance());
            assertThat(store.labels(id)).containsExactly(run.labels().toArray());
            assertThat(store.slices(id)).isEmpty();
            assertThat(store.imageSet(record.imageSet())).isEqualTo(run.imageSet());
        }
    }

    @Test
    void theSamePartitionIsSaidAndImageSetProjectAndExperimentAreSharedByRuns() {
        try (Store store = open("a")) {
            long first = store.record(SampleRuns.run("P", "E"));
            long second = store.record(SampleRuns.run("P", "E"));

            assertThat(store.requireRun(first).sameLabelsAs()).isNull();
            assertThat(store.requireRun(second).sameLabelsAs()).isEqualTo(first);
            assertThat(store.requireRun(second).imageSet())
                    .isEqualTo(store.requireRun(first).imageSet());
        }
    }

    @Test
    void slicesOfAFeatureTableAreKept() {
        List<SliceRef> slices = List.of(new SliceRef(0, 3, 1), new SliceRef(2, 0, 70_000));
        assertThat(LabelCodec.slices(LabelCodec.decode(LabelCodec.encode(LabelCodec.flat(slices)))))
                .isEqualTo(slices);
    }

    @Test
    void recordingTheSameUuidAgainAddsNothing() {
        try (Store store = open("a")) {
            NewRun run = SampleRuns.run("P", "E");

            assertThat(store.record(run)).isEqualTo(store.record(run));
            assertThat(store.runs()).hasSize(1);
        }
    }

    @Test
    void aSweepKeepsItsRunsAndItsEnd() {
        try (Store store = open("a")) {
            NewRun run = SampleRuns.run("P", "E");
            long sweep = store.beginSweep(UUID.randomUUID(), run.placement(), run.imageSet(), 2, NOON);
            store.record(SampleRuns.inSweep(sweep));
            store.record(SampleRuns.run("P", "E"));

            assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.RUNNING);
            store.endSweep(sweep, Status.CANCELLED, NOON.plusSeconds(1));

            assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.CANCELLED);
            assertThat(store.sweep(sweep).orElseThrow().planned()).isEqualTo(2);
            assertThat(store.runsOfSweep(sweep)).hasSize(1);
        }
    }

    @Test
    void theStoreFileIsPrivateToItsUser() throws IOException {
        try (Store store = open("a")) {
            store.record(SampleRuns.run("P", "E"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.mv.db"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.lock.db"))))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.mv.db");
        }
    }

    @Test
    void aFileThatIsNoStoreIsRefusedAndLeftAsItIs() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.mv.db"), "these are no runs");
        Path text = Files.writeString(folder.resolve("notes.txt"), "nor these");

        assertThatThrownBy(() -> open("notes"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not a Tessera store");
        assertThatThrownBy(() -> StoreLocation.parse(text.toString())).hasMessageContaining("not a Tessera store");
        assertThat(notes).hasContent("these are no runs");
    }

    @Test
    void aDamagedStoreIsReportedAndLeftAsItIs() throws IOException {
        try (Store store = open("a")) {
            store.record(SampleRuns.run("P", "E"));
        }
        Path file = folder.resolve("a.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 4, bytes.length, (byte) 'x');
        Files.write(file, bytes);

        assertThatThrownBy(() -> open("a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("backup");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aStoreOfANewerTesseraIsRefused() throws SQLException {
        open("a").close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("a"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '99'");
        }

        assertThatThrownBy(() -> open("a")).isInstanceOf(StoreException.class).hasMessageContaining("newer");
    }

    @Test
    void aMissingStoreIsNotMadeByReading() {
        assertThatThrownBy(() -> Store.openExisting(
                        StoreLocation.parse(folder.resolve("none").toString())))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("There is no store");
        assertThat(folder.resolve("none.mv.db")).doesNotExist();
    }

    @Test
    void aMissingRunIsNamed() {
        try (Store store = open("a")) {
            assertThatThrownBy(() -> store.requireRun(12))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no run 12");
        }
    }

    @Test
    void interruptsOfAReadingThreadLeaveTheStoreUsable() throws InterruptedException {
        try (Store store = open("a")) {
            long id = store.record(SampleRuns.run("P", "E"));
            AtomicBoolean stop = new AtomicBoolean();
            Thread reader = new Thread(() -> {
                while (!stop.get()) {
                    try {
                        store.labels(id);
                    } catch (StoreException e) {
                        assertThat(e).hasMessageContaining("store");
                    }
                }
            });
            reader.start();
            for (int i = 0; i < 200; i++) {
                Thread.sleep(2);
                reader.interrupt();
            }
            stop.set(true);
            reader.join();

            store.record(SampleRuns.run("P", "E"));
            assertThat(store.runs()).hasSize(2);
        }
    }

    @Test
    void theUsersStoreLiesWhereTheSystemKeepsSuchData() {
        Path home = Path.of("/home/ada");
        assertThat(StoreLocation.userFolder(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/tessera"));
        assertThat(StoreLocation.userFolder(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/Tessera"));
        assertThat(StoreLocation.userFolder(Map.of("TESSERA_HOME", "/data/t"), "Linux", home))
                .isEqualTo(Path.of("/data/t"));
    }

    private Store open(String name) {
        return Store.open(StoreLocation.parse(folder.resolve(name).toString()));
    }
}
