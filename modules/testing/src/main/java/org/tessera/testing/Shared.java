// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of reference images and numbers: {@code TESSERA_SHARED}, by default {@code ../shared} beside the project.
 * A test that needs it calls {@link #require()}, which logs the use, or skips the test and logs that; the test command
 * counts both.
 */
public final class Shared {
    private Shared() {}

    /** The folder, or a skipped test where it is absent. */
    public static Path require() {
        String test = StackWalker.getInstance().walk(frames -> frames.skip(1)
                .findFirst()
                .map(f -> f.getClassName() + "." + f.getMethodName())
                .orElse("?"));
        Path folder = folder();
        boolean there = Files.isDirectory(folder.resolve("reference")) && Files.isDirectory(folder.resolve("data"));
        log("tessera.reference.log", (there ? "ran " : "skipped ") + test);
        Assumptions.assumeTrue(there, () -> "skipped: no reference images and numbers at " + folder.toAbsolutePath());
        return folder;
    }

    private static Path folder() {
        String named = System.getenv("TESSERA_SHARED");
        return Path.of(
                named == null || named.isBlank() ? System.getProperty("tessera.shared.default", "../shared") : named);
    }

    /** Adds a line to the file that a system property names; the test command counts them. */
    static void log(String property, String line) {
        String file = System.getProperty(property);
        if (file == null) {
            return;
        }
        try {
            Path log = Path.of(file);
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
