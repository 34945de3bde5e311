// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.ProblemException;

/** Large jobs, each in a process of its own with a heap of 256 MB. */
final class LargeJobs {
    private static final String HEAP = "-Xmx256m";
    private static final int SIDE = 8000;
    private static final int TILES = 100;

    private final Path scratch;

    LargeJobs(Path scratch) {
        this.scratch = scratch;
    }

    /** Runs all of them; a line each. */
    List<String> run() throws IOException {
        List<String> lines = new ArrayList<>();
        Path tiles = tiles();
        lines.add(job("--images", tiles.toString()));
        for (String linkage : List.of("complete", "single", "ward")) {
            lines.add(job("--linkage", linkage));
        }
        return lines;
    }

    /** Two tiles, each under many names. */
    private Path tiles() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("large"));
        SplittableRandom random = new SplittableRandom(1);
        for (int tile = 0; tile < 2; tile++) {
            short[] pixels = new short[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (short) (5000 + random.nextInt(4000) + i % SIDE / 4);
            }
            PictureFiles.writeTiff(new GrayImage(SIDE, SIDE, 16, pixels), folder.resolve("tile" + tile + ".tif"));
        }
        for (int tile = 2; tile < TILES; tile++) {
            Files.createLink(folder.resolve("tile" + tile + ".tif"), folder.resolve("tile" + tile % 2 + ".tif"));
        }
        return folder;
    }

    private static String job(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tessera.cli.Main",
                "benchmark-large"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new ProblemException("With " + HEAP + " the job " + List.of(arguments) + " failed: " + printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException("Interrupted while a job ran.", e);
        }
        return printed;
    }
}
