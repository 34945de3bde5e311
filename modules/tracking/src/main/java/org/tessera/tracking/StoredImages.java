// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;

/** The images of a recorded set, read again. */
public final class StoredImages {
    /** Takes an image. */
    public interface Consumer {
        /** Called once for each image that can be read, on several threads. */
        void image(int index, GrayImage image);
    }

    private StoredImages() {}

    /**
     * Reads each image once and keeps none. An image that is gone or of another size is passed over, and one that has
     * changed is read, each with a sentence.
     *
     * @return the sentences, in the order of the images
     */
    public static List<String> read(ImageSetRecord set, Workers workers, Consumer consumer, Monitor monitor) {
        GrayImageReader reader = new GrayImageReader();
        AtomicInteger done = new AtomicInteger();
        int count = set.images().size();
        return workers
                .map(count, i -> {
                    monitor.check();
                    Optional<String> problem = one(reader, set.images().get(i).info(), i, consumer, monitor);
                    monitor.progress(done.incrementAndGet() / (double) count, set.name());
                    return problem;
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> one(
            GrayImageReader reader, ImageInfo recorded, int index, Consumer consumer, Monitor monitor) {
        GrayImageReader.Loaded loaded;
        try {
            loaded = reader.read(recorded.file(), monitor);
        } catch (ProblemException e) {
            return Optional.of(recorded.file().name() + " is not where it was ("
                    + recorded.file().path().getParent() + ").");
        }
        ImageInfo now = loaded.info();
        if (now.width() != recorded.width() || now.height() != recorded.height()) {
            return Optional.of(changed(recorded));
        }
        consumer.image(index, loaded.image());
        return now.pixelSha256().equals(recorded.pixelSha256()) ? Optional.empty() : Optional.of(changed(recorded));
    }

    static String changed(ImageInfo recorded) {
        return recorded.file().name() + " has changed since it was recorded; put the original back.";
    }
}
