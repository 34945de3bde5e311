// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PixelSink;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoredImage;

/** Image sets as they are recorded. */
public final class ImageSets {
    private ImageSets() {}

    /**
     * Reads every image of a set, for its size and fingerprints.
     *
     * @throws org.tessera.engine.task.ProblemException if one cannot be read
     */
    public static ImageSetRecord read(ImageSet set, Workers workers, Monitor monitor) {
        GrayImageReader reader = new GrayImageReader();
        AtomicInteger done = new AtomicInteger();
        List<ImageInfo> infos = workers.map(set.images().size(), i -> {
            monitor.check();
            ImageInfo info = reader.scan(set.images().get(i), PixelSink.NONE, monitor);
            monitor.progress(
                    done.incrementAndGet() / (double) set.images().size(),
                    info.file().name());
            return info;
        });
        return record(set, infos);
    }

    /** What is to be said of images: that files have pages that are not used. */
    public static List<String> warnings(List<ImageInfo> images) {
        List<ImageInfo> several =
                images.stream().filter(info -> info.pages() > 1).toList();
        if (several.isEmpty()) {
            return List.of();
        }
        ImageInfo first = several.get(0);
        String others = several.size() == 1 ? "" : ", and of " + (several.size() - 1) + " other files,";
        return List.of("Page " + first.file().page() + " of the " + first.pages() + " of "
                + first.file().path().getFileName() + others + " is used; --page chooses another.");
    }

    /** The record of a set whose images have been read. */
    static ImageSetRecord record(ImageSet set, List<ImageInfo> infos) {
        List<StoredImage> stored = new ArrayList<>();
        for (int i = 0; i < infos.size(); i++) {
            stored.add(new StoredImage(infos.get(i), set.mosaic().cells().get(i)));
        }
        return new ImageSetRecord(
                ImageSetRecord.Kind.IMAGES,
                set.name(),
                key(stored, set.mosaic().rows(), set.mosaic().columns()),
                set.mosaic().rows(),
                set.mosaic().columns(),
                stored);
    }

    /** The content key of a set with its images where they are. */
    static String key(ImageSetRecord set) {
        return key(set.images(), set.mosaicRows(), set.mosaicColumns());
    }

    private static String key(List<StoredImage> images, int rows, int columns) {
        List<String> content = new ArrayList<>();
        for (StoredImage image : images) {
            ImageFile file = image.info().file();
            content.add(image.info().pixelSha256() + " " + file.path() + " " + image.mosaicCell()
                    + (file.page() == 1 ? "" : " page " + file.page()));
        }
        content.add(rows + "x" + columns);
        return Fingerprint.of(content);
    }
}
