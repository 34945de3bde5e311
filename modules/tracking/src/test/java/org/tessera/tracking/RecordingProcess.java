// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;

/**
 * A process of its own that prints the number of each run once it is recorded. {@code runs FIRST LAST} makes a run of each
 * seed, {@code sweep FIRST LAST} sweeps them, {@code resume SWEEP} resumes a sweep.
 */
public final class RecordingProcess {
    private RecordingProcess() {}

    public static void main(String[] args) {
        Source source = new Source.Images(ImageScanner.scan(List.of(Path.of(args[1])), "*.tif", "auto"));
        try (Store store = Store.open(StoreLocation.parse(args[0]));
                Workers workers = new Workers(1)) {
            Tracker tracker = new Tracker(store, workers, Clock.systemUTC());
            long first = Long.parseLong(args[3]);
            switch (args[2]) {
                case "runs" -> {
                    for (long seed = first; seed <= Long.parseLong(args[4]); seed++) {
                        say(tracker.run(source, Tiles.spec(4, 3, seed), Placement.ofDefaults(), false, Monitor.none()));
                    }
                }
                case "sweep" ->
                    tracker.sweep(
                            source,
                            Tiles.sweepOfSeeds(first, Long.parseLong(args[4])),
                            Placement.ofDefaults(),
                            false,
                            RecordingProcess::say,
                            Monitor.none());
                default -> tracker.resume(first, RecordingProcess::say, Monitor.none());
            }
        }
        System.out.println("ended");
    }

    private static void say(RunOutcome outcome) {
        System.out.println("recorded " + outcome.run().id());
    }

    static Process start(String store, Path tiles, Path err, String... work) throws IOException {
        return start(List.of(), store, tiles, err, work);
    }

    /** A process on whose disk no file can become larger than that. */
    static Process onFullDisk(int kilobytes, String store, Path tiles, Path err, String... work) throws IOException {
        return start(
                List.of("/bin/sh", "-c", "ulimit -f " + 2 * kilobytes + "; exec \"$@\"", "sh"),
                store,
                tiles,
                err,
                work);
    }

    private static Process start(List<String> within, String store, Path tiles, Path err, String... work)
            throws IOException {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RecordingProcess.class.getName(),
                store,
                tiles.toString()));
        command.addAll(List.of(work));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .start();
    }

    /** The runs that a process says it has recorded before it is killed, some time after so many. */
    static List<Long> killed(Process process, int after, long millis) throws IOException, InterruptedException {
        List<Long> recorded = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < after; i++) {
                add(recorded, out.readLine());
            }
            Thread.sleep(millis);
            process.toHandle().destroyForcibly();
            out.lines().forEach(line -> add(recorded, line));
            process.waitFor();
        }
        return recorded;
    }

    /** The runs that a process says it has recorded before it ends. */
    static List<Long> told(Process process) throws IOException, InterruptedException {
        List<Long> recorded = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(line -> add(recorded, line));
            process.waitFor();
        }
        return recorded;
    }

    private static void add(List<Long> recorded, String line) {
        if (line != null && line.startsWith("recorded ")) {
            recorded.add(Long.parseLong(line.substring("recorded ".length())));
        }
    }
}
