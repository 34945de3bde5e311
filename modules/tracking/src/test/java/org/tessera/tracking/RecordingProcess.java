// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;

/** A process of its own: records runs with seeds {@code first..last} and prints the number of each once it is recorded. */
public final class RecordingProcess {
    private RecordingProcess() {}

    public static void main(String[] args) {
        Source source = new Source.Images(ImageScanner.scan(List.of(Path.of(args[1])), "*.tif", "auto"));
        try (Store store = Store.open(StoreLocation.parse(args[0]));
                Workers workers = new Workers(1)) {
            Tracker tracker = new Tracker(store, workers, Clock.systemUTC());
            for (long seed = Long.parseLong(args[2]); seed <= Long.parseLong(args[3]); seed++) {
                RunOutcome outcome =
                        tracker.run(source, Tiles.spec(4, 3, seed), Placement.ofDefaults(), false, Monitor.none());
                System.out.println("recorded " + outcome.run().id());
            }
        }
        System.out.println("ended");
    }

    static Process start(Path store, Path tiles, long first, long last, Path err) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecordingProcess.class.getName(),
                        store.toString(),
                        tiles.toString(),
                        Long.toString(first),
                        Long.toString(last))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
                .start();
    }
}
