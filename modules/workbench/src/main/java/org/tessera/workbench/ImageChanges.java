// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.sample.SampleMosaic;
import org.tessera.engine.task.Monitor;
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.ImageLocator;
import org.tessera.tracking.ImageSets;

/** What the user does with images: adding them, and saying where they are. User interface's thread. */
public final class ImageChanges {
    /** Seed of the sample tiles. */
    private static final long SAMPLE_SEED = 20181027L;

    private final Workbench workbench;

    ImageChanges(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * Adds images to a project, which is made if it is missing.
     *
     * @param sources folders and files
     * @param pattern of the files' names, see {@link ImageScanner}
     * @param mosaic rows x columns, or auto
     */
    public void add(List<Path> sources, String pattern, String mosaic, String project) {
        workbench.record(
                "Adding images",
                (in, monitor) -> record(in, ImageScanner.scan(sources, pattern, mosaic), project, monitor),
                workbench.session()::selectImageSet);
    }

    /**
     * Looks in a folder for the images of a set that are not where they were; what is found is recorded, and the windows read
     * it again.
     *
     * @param end told what was found
     */
    public void locate(StoreSnapshot.ImageSetEntry set, Path folder, Consumer<ImageLocator.Located> end) {
        workbench.record(
                "Looking for images",
                (in, monitor) -> new ImageLocator(workbench.workers()).locate(in.store(), set.id(), folder, monitor),
                end);
    }

    /** Draws the sample tiles beside the user's store and adds them to the project "Sample". */
    public void addSample(Path folder) {
        workbench.record(
                "Drawing the sample",
                (in, monitor) -> {
                    SampleMosaic.write(folder, SAMPLE_SEED);
                    return record(in, ImageScanner.scan(List.of(folder), "*.tif", "auto"), "Sample", monitor);
                },
                workbench.session()::selectImageSet);
    }

    private long record(OpenStore in, ImageSet set, String project, Monitor monitor) {
        return in.store()
                .addImageSet(
                        project,
                        ImageSets.read(set, workbench.workers(), monitor),
                        Clock.systemUTC().instant());
    }
}
