// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.Store;

/** Finds the images of a recorded set again that have been moved or renamed. Any thread but the event thread. */
public final class ImageLocator {
    private static final int DEEPEST = 12;

    private final Workers workers;
    private final GrayImageReader reader = new GrayImageReader();

    /** @param workers the threads that read */
    public ImageLocator(Workers workers) {
        this.workers = workers;
    }

    /**
     * What has become of images.
     *
     * @param there how many are where they were, unchanged
     * @param found new place of each that was found, by its place in the set
     * @param lost names of those that were not
     */
    public record Located(int there, Map<Integer, Path> found, List<String> lost) {
        public Located {
            found = Map.copyOf(found);
            lost = List.copyOf(lost);
        }
    }

    /**
     * Looks in a folder and those within for every image that is not where it was: under its name, else under any other. An
     * image is known by its pixels, so that another one of the same name is never taken for it.
     *
     * @throws ProblemException if the folder cannot be read
     */
    Located find(ImageSetRecord set, Path folder, Monitor monitor) {
        List<Path> files = files(folder);
        Map<String, List<Path>> named = new LinkedHashMap<>();
        files.forEach(file ->
                named.computeIfAbsent(name(file), none -> new ArrayList<>()).add(file));
        AtomicInteger done = new AtomicInteger();
        int count = set.images().size();
        List<Optional<Path>> places = workers.map(count, i -> {
            monitor.check();
            ImageInfo wanted = set.images().get(i).info();
            Optional<Path> place = place(wanted, named, files, monitor);
            monitor.progress(
                    done.incrementAndGet() / (double) count, wanted.file().name());
            return place;
        });
        Map<Integer, Path> found = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImageFile file = set.images().get(i).info().file();
            Optional<Path> place = places.get(i);
            if (place.isEmpty()) {
                lost.add(file.name());
            } else if (!place.get().equals(file.path())) {
                found.put(i, place.get());
            }
        }
        return new Located(count - found.size() - lost.size(), found, lost);
    }

    /** Finds images of a recorded set again and records where they are. */
    public Located locate(Store store, long imageSet, Path folder, Monitor monitor) {
        Located located = find(store.imageSet(imageSet), folder, monitor);
        if (!located.found.isEmpty()) {
            store.moveImages(imageSet, located.found, ImageSets::key);
        }
        return located;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException("The folder " + folder + " cannot be read; name one that can.", e);
        }
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private Optional<Path> place(ImageInfo wanted, Map<String, List<Path>> named, List<Path> files, Monitor monitor) {
        Path old = wanted.file().path();
        if (is(wanted, old, monitor)) {
            return Optional.of(old);
        }
        List<Path> sameName = named.getOrDefault(name(old), List.of());
        return Stream.concat(
                        sameName.stream(),
                        files.stream().filter(file -> !sameName.contains(file) && bytes(file) == wanted.bytes()))
                .filter(file -> is(wanted, file, monitor))
                .findFirst();
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private boolean is(ImageInfo wanted, Path file, Monitor monitor) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            ImageFile other =
                    new ImageFile(file, wanted.file().name(), wanted.file().page());
            return reader.read(other, monitor).info().pixelSha256().equals(wanted.pixelSha256());
        } catch (ProblemException e) {
            return false;
        }
    }
}
