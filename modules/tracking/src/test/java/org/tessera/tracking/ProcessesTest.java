// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;

class ProcessesTest {
    @TempDir
    Path folder;

    private Path store;
    private Path tiles;
    private Path err;

    @BeforeEach
    void prepare() throws IOException {
        store = folder.resolve("s.mv.db");
        tiles = Files.createDirectory(folder.resolve("tiles"));
        err = Files.createFile(folder.resolve("err.txt"));
        Tiles.write(tiles);
    }

    @Test
    void aKilledProcessLosesNoRunItReportedSaved() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(5);
        Set<Long> reported = new TreeSet<>();
        for (int round = 0; round < 5; round++) {
            int lines = 1 + random.nextInt(12);
            Process process = RecordingProcess.start(store, tiles, round * 1000L, round * 1000L + 999, err);
            try (BufferedReader out = reader(process)) {
                for (int i = 0; i < lines; i++) {
                    reported.add(number(out.readLine()));
                }
                Thread.sleep(random.nextInt(8));
                process.toHandle().destroyForcibly();
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    reported.add(number(line));
                }
                process.waitFor();
            }
        }

        try (Store opened = Store.openExisting(StoreLocation.parse(store.toString()))) {
            assertThat(opened.runs()).extracting(RunRecord::id).containsAll(reported);
            assertThat(reported).hasSizeGreaterThan(5);
            for (long id : reported) {
                assertThat(opened.labels(id)).hasSize(32);
            }
        }
    }

    @Test
    void twoProcessesOnOneStoreRecordAllRunsOnce() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(RecordingProcess.start(store, tiles, i * 100L, i * 100L + 24, err));
        }
        for (Process process : processes) {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(out).as(Files.readString(err)).contains("ended");
        }

        try (Store opened = Store.openExisting(StoreLocation.parse(store.toString()))) {
            assertThat(opened.runs()).hasSize(50);
            assertThat(opened.runs()).extracting(RunRecord::identityKey).doesNotHaveDuplicates();
        }
    }

    private long number(String line) throws IOException {
        assertThat(line).as(Files.readString(err)).startsWith("recorded ");
        return Long.parseLong(line.substring("recorded ".length()));
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
