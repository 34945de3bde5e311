// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file that another process opened first and serves. */
class SharingTest {
    @TempDir
    Path folder;

    private StoreLocation location;
    private Process serving;

    @BeforeEach
    void serve() throws IOException {
        location = StoreLocation.parse(folder.resolve("store").toString());
        serving = ServingProcess.start(location);
    }

    @RepeatedTest(4)
    void aTransactionIsWholeAlthoughTheProcessThatServedItEndedInItsMidst() throws Exception {
        try (Store store = Store.openExisting(location)) {
            List<String> attempts = new ArrayList<>();
            List<String> names = store.write((handle, change) -> {
                String attempt = UUID.randomUUID().toString();
                attempts.add(attempt);
                List<String> written = new ArrayList<>();
                boolean ended = false;
                while (!ended) {
                    // once more after its end
                    ended = !serving.isAlive();
                    written.add(project(handle, attempt + " " + written.size()));
                    if (written.size() == 50) {
                        end();
                    }
                }
                return written;
            });

            assertThat(projects(store)).containsExactlyInAnyOrderElementsOf(names);
            assertThat(names).isNotEmpty().allMatch(name -> name.startsWith(attempts.get(attempts.size() - 1)));
            assertThat(serving.waitFor()).isZero();
        }
    }

    @RepeatedTest(4)
    void whatWasToldIsKeptAlthoughTheProcessThatServedItEnds() throws Exception {
        try (Store store = Store.openExisting(location)) {
            List<CompletableFuture<List<String>>> threads = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                threads.add(CompletableFuture.supplyAsync(() -> {
                    List<String> told = new ArrayList<>();
                    boolean ended = false;
                    while (!ended) {
                        ended = !serving.isAlive();
                        told.add(store.write((handle, change) ->
                                project(handle, UUID.randomUUID().toString())));
                    }
                    return told;
                }));
            }
            Thread.sleep(300);
            end();
            List<String> told = new ArrayList<>();
            for (CompletableFuture<List<String>> thread : threads) {
                told.addAll(thread.get(60, TimeUnit.SECONDS));
            }

            assertThat(told).hasSizeGreaterThan(3);
            assertThat(projects(store)).containsAll(told);
        }
    }

    @Test
    void itsLockFileGoesWithTheOneThatServedItSoThatOthersNeedNotWaitUntilItIsOld() throws Exception {
        Path lockFile = folder.resolve("store.lock.db");
        try (Store store = Store.openExisting(location)) {
            store.runs();
            // H2 looks after its lock file once a second, and may make it again in the last moment
            for (int attempt = 0; attempt < 3 && Files.exists(lockFile); attempt++) {
                serving = attempt == 0 ? serving : ServingProcess.start(location);
                end();
                assertThat(serving.waitFor()).isZero();
            }

            assertThat(lockFile).doesNotExist();
            assertThat(store.runs()).isEmpty();
        }
    }

    @Test
    void itIsNotCompactedWhileAnotherProgramUsesItAndCanBeOnceThatIsClosed() throws Exception {
        try (Store store = Store.openExisting(location)) {
            assertThatThrownBy(store::compact)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another program uses the store");
            assertThat(store.runs()).isEmpty();
        }

        end();
        assertThat(serving.waitFor()).isZero();
        try (Store alone = Store.openExisting(location)) {
            assertThat(alone.compact()).isPositive();
        }
        try (Store again = Store.openExisting(location)) {
            assertThat(again.runs()).isEmpty();
        }
    }

    private void end() {
        try {
            ServingProcess.end(serving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String project(Handle handle, String name) {
        handle.execute("INSERT INTO project (name, created) VALUES (?, CURRENT_TIMESTAMP)", name);
        return name;
    }

    private static List<String> projects(Store store) {
        return store.read(handle -> handle.createQuery("SELECT name FROM project")
                .mapTo(String.class)
                .list());
    }
}
