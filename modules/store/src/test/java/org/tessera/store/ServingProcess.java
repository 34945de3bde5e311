// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that opens a store first, so that it serves the others, and closes it and ends when it is told to. */
public final class ServingProcess {
    private ServingProcess() {}

    public static void main(String[] args) throws IOException {
        try (Store store = Store.open(StoreLocation.parse(args[0]))) {
            System.out.println("opened " + store.location());
            System.in.read();
        }
    }

    /** Started, and with the store open. */
    static Process start(StoreLocation location) throws IOException {
        Process process = launch(location);
        awaitOpen(process);
        return process;
    }

    static Process launch(StoreLocation location) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ServingProcess.class.getName(),
                        location.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void awaitOpen(Process process) throws IOException {
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("opened");
    }

    /** Tells it to end. */
    static void end(Process process) throws IOException {
        process.getOutputStream().close();
    }
}
