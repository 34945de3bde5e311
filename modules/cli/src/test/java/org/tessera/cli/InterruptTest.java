// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.SweepRecord;

/** Programs that are told to end while they work, as by Ctrl+C. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be told to end there, only be killed")
class InterruptTest extends CommandTest {
    @RepeatedTest(2)
    void aSweepThatIsToldToEndSaysHowToGoOnAndIsRecordedAsCancelled() throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Process process = start(
                err,
                "sweep",
                "--images",
                tiles.toString(),
                "--grid",
                "3..20",
                "--clusters",
                "2..9",
                "--seed",
                "1..40",
                "--store",
                tessera.store().toString());
        while (process.isAlive() && !Files.readString(err).contains("run ")) {
            Thread.sleep(20);
        }
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(err))
                .contains("tessera: interrupted; go on with: tessera resume 1")
                .doesNotContain("rror");
        assertThat(folder.resolve("store.lock.db")).doesNotExist();
        try (Store store =
                Store.openExisting(StoreLocation.parse(tessera.store().toString()))) {
            SweepRecord sweep = store.sweep(1).orElseThrow();
            assertThat(sweep.status()).isEqualTo(Status.CANCELLED);
            assertThat(store.runsOfSweep(1)).isNotEmpty();
        }
    }

    private Process start(Path err, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName())
                .redirectOutput(new File("/dev/null"))
                .redirectError(err.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        return builder.start();
    }
}
