// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules on source files; a module's architecture test extends this class. Runs in the module's folder. */
public abstract class SourceRules {
    private static final int MOST_LINES = 400;

    @Test
    void noSourceFileIsLongerThan400Lines() {
        assertThat(sources(".java").filter(file -> lines(file) > MOST_LINES)).isEmpty();
    }

    @Test
    void noGeneratedFormFiles() {
        assertThat(sources(".form")).isEmpty();
    }

    @Test
    void everyPackageOfMainCodeIsDocumented() {
        List<Path> undocumented = sources(".java")
                .filter(file -> file.startsWith(Path.of("src", "main")))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertThat(undocumented).isEmpty();
    }

    private static Stream<Path> sources(String suffix) {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
