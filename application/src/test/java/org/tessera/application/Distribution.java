// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import junit.framework.Test;
import org.netbeans.junit.NbModuleSuite;
import org.netbeans.junit.NbTestCase;

/** The program as it is assembled: its command line and its launcher, in processes of their own. */
final class Distribution {
    static final Path TARGET = Path.of(System.getProperty("all.clusters", "target/tessera"))
            .toAbsolutePath()
            .getParent();

    private Distribution() {}

    /** An empty folder for a test. */
    static Path folder(String name) throws IOException {
        Path folder = TARGET.resolve("windows").resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    /** A folder of its own with the demo's images and store. */
    static Path demo(String name) throws IOException, InterruptedException {
        Path folder = folder(name);
        run("demo", "--out", folder.toString(), "--no-window");
        return folder;
    }

    /**
     * The tests of a class in the window of the assembled application.
     *
     * @param store that is opened
     * @param theme light or dark
     * @param names of the tests in their order; none for all
     */
    static Test window(Class<? extends NbTestCase> tests, Path store, String theme, String... names) {
        System.setProperty("tessera.store", store.toString());
        System.setProperty("tessera.theme", theme);
        NbModuleSuite.Configuration suite = NbModuleSuite.createConfiguration(tests);
        return (names.length == 0 ? suite : suite.addTest(names))
                .gui(true)
                .enableClasspathModules(false)
                .clusters(".*")
                .suite();
    }

    /** Runs a command to its end and returns what it printed. */
    static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + TARGET,
                "-cp",
                classpath(),
                "org.tessera.cli.Main"));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(TARGET, "command", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = process.waitFor();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        if (status != 0) {
            throw new AssertionError(command + " ended with " + status + ": " + printed);
        }
        return printed;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classpath() throws IOException {
        try (Stream<Path> files = Files.walk(TARGET.resolve("tessera/tessera/modules"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
