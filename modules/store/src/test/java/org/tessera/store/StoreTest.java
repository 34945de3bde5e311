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
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to a store in a file. */
class StoreTest {
    @TempDir
    Path folder;

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
        Arrays.fill(bytes, 4, bytes.length, (byte) 'x');
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
