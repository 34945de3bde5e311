// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of reference images and numbers: {@code TESSERA_SHARED}, by default {@code ../shared} beside the project.
 * A test that needs it calls {@link #require()}, which logs the use, or skips the test and logs that; the test command
 * counts both.
 */
public final class Shared {
    private Shared() {}

    /** The folder, absolute, or a skipped test where it is absent. */
    public static Path require() {
        String test = StackWalker.getInstance().walk(frames -> frames.skip(1)
                .findFirst()
                .map(f -> f.getClassName() + "." + f.getMethodName())
                .orElse("?"));
        Optional<Path> folder = find(test);
        Assumptions.assumeTrue(folder.isPresent(), "skipped: no reference images and numbers");
        return folder.orElseThrow();
    }

    /**
     * The folder, absolute, for tests that are not JUnit 5's; that it is absent is said on the console, and the test command counts
     * either.
     *
     * @param test that asks, by its name
     * @return empty where the folder, its images or its numbers are absent
     */
    public static Optional<Path> find(String test) {
        Path folder = folder(System.getenv("TESSERA_SHARED"), Path.of(System.getProperty("tessera.project", ".")));
        boolean there = Files.isDirectory(folder.resolve("reference")) && Files.isDirectory(folder.resolve("data"));
        log("tessera.reference.log", (there ? "ran " : "skipped ") + test);
        if (!there) {
            System.out.println(test + " skipped: no reference images and numbers at " + folder);
        }
        return there ? Optional.of(folder) : Optional.empty();
    }

    /**
     * Where the folder is.
     *
     * @param named by the environment, relative to the project if not absolute; null or blank for the default
     * @param project its top folder
     */
    static Path folder(@Nullable String named, Path project) {
        return project.resolve(named == null || named.isBlank() ? "../shared" : named)
                .toAbsolutePath()
                .normalize();
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
