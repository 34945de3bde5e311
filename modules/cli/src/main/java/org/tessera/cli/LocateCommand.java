// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.Store;
import org.tessera.tracking.ImageLocator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "locate",
        mixinStandardHelpOptions = true,
        description = "Find the images of a recorded image set again that have been moved or renamed.")
final class LocateCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "IMAGE_SET", description = "Number of the image set, as \"tessera show\" names it.")
    private long imageSet;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "DIR",
            description = "The folder to look in, and those within.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        ImageLocator.Located located;
        try (Workers workers = common.workers();
                Store store = common.openStoreToRead();
                Progress progress = common.progress("locate")) {
            if (store.imageSets().stream().noneMatch(entry -> entry.id() == imageSet)) {
                throw new ProblemException("There is no image set " + imageSet
                        + " in the store; \"tessera show RUN\" names that of a run.");
            }
            located = new ImageLocator(workers).locate(store, imageSet, folder, progress);
        }
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("image_set", imageSet);
            json.put("there", located.there());
            json.put("found", located.found().size());
            json.put("lost", located.lost());
            common.printJson(json);
        } else {
            common.out()
                    .println(located.there() + " images where they were, "
                            + located.found().size() + " found"
                            + (located.lost().isEmpty() ? "." : ", not found: " + String.join(", ", located.lost())));
        }
        return located.lost().isEmpty() ? 0 : 1;
    }
}
