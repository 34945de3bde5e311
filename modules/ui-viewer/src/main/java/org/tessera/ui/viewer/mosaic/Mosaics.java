// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.charts.GreyMosaic;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.StoredImages;

/** The mosaics that windows show: one that several show is read once and held as long as one shows it. */
public final class Mosaics {
    private static final Map<Key, WeakReference<Mosaic>> HELD = new HashMap<>();

    private Mosaics() {}

    /** @param files size and time of each, so that one that is gone or has changed is noticed */
    private record Key(int opening, ImageSetEntry entry, List<String> files) {
        static Key of(int opening, ImageSetEntry entry) {
            return new Key(
                    opening,
                    entry,
                    entry.set().images().stream()
                            .map(image -> stamp(image.info().file().path()))
                            .toList());
        }

        private static String stamp(Path file) {
            try {
                return Files.size(file) + " " + Files.getLastModifiedTime(file);
            } catch (IOException e) {
                return "gone";
            }
        }
    }

    /**
     * The pixels of an image set.
     *
     * @param entry which set
     * @param pyramid its pixels
     * @param names of its images
     * @param problems sentences on those that could not be read or have changed
     */
    public record Mosaic(ImageSetEntry entry, Pyramid pyramid, List<String> names, List<String> problems) {
        public Mosaic {
            names = List.copyOf(names);
            problems = List.copyOf(problems);
        }
    }

    /**
     * The mosaic of an image set, read unless a window shows it and its files are as they were. Not on the event thread.
     *
     * @param opening of the store
     */
    public static Mosaic read(int opening, ImageSetEntry entry, Workers workers, Monitor monitor) {
        Key key = Key.of(opening, entry);
        synchronized (HELD) {
            HELD.values().removeIf(held -> held.get() == null);
            WeakReference<Mosaic> held = HELD.get(key);
            Mosaic known = held == null ? null : held.get();
            if (known != null) {
                return known;
            }
        }
        Mosaic made = read(entry, workers, monitor);
        synchronized (HELD) {
            HELD.put(key, new WeakReference<>(made));
        }
        return made;
    }

    private static Mosaic read(ImageSetEntry entry, Workers workers, Monitor monitor) {
        GreyMosaic.Painter painter = new GreyMosaic.Painter(
                entry.set().layout(), Pyramid.factor(entry.set().layout()));
        List<String> problems = StoredImages.read(entry.set(), workers, painter::paint, monitor);
        List<ImageFile> files =
                entry.set().images().stream().map(image -> image.info().file()).toList();
        GrayImageReader reader = new GrayImageReader();
        return new Mosaic(
                entry,
                new Pyramid(painter.mosaic(), (image, of) -> reader.read(files.get(image), of)
                        .image()),
                files.stream().map(ImageFile::name).toList(),
                problems);
    }
}
