// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.engine.task.ProblemException;

/** Finds the images of a mosaic in folders and lists of files. */
public final class ImageScanner {
    /** What is taken for an image where no pattern is given, upper or lower case. */
    public static final String DEFAULT_PATTERN = "*.{tif,tiff,png,jpg,jpeg}";

    private ImageScanner() {}

    /**
     * @param inputs folders (not their subfolders) and files; a file is taken whatever its name
     * @param pattern which files of a folder, a glob on the name in which case does not matter
     * @param mosaic {@code auto} or {@code RxC}, see {@link Mosaic#of}
     * @return the images in natural name order
     * @throws ProblemException if an input is missing or unreadable, or nothing matches
     */
    public static ImageSet scan(List<Path> inputs, String pattern, String mosaic) {
        return scan(inputs, pattern, mosaic, 1);
    }

    /**
     * As {@link #scan(List, String, String)}, of another page of each file.
     *
     * @param page from 1; that each file has it is seen when it is read
     */
    public static ImageSet scan(List<Path> inputs, String pattern, String mosaic, int page) {
        if (inputs.isEmpty()) {
            throw new ProblemException("No images are given; name a folder or files.");
        }
        PathMatcher matcher = matcher(pattern);
        Set<Path> files = new LinkedHashSet<>();
        for (Path input : inputs) {
            Path path = input.toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path, matcher, pattern));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else if (Files.exists(path.getParent() == null ? path : path.getParent()) && !Files.exists(path)) {
                throw new ProblemException("There is no folder or file " + input + "; check the path.");
            } else {
                throw new ProblemException("Cannot find or open " + input + "; check the path.");
            }
        }
        List<ImageFile> images = named(List.copyOf(files));
        Path first = images.get(0).path();
        Path folder = Files.isDirectory(inputs.get(0))
                ? inputs.get(0).toAbsolutePath().normalize()
                : first.getParent();
        Path name = folder == null ? null : folder.getFileName();
        return new ImageSet(
                name == null ? "images" : name.toString(),
                images.stream().map(image -> image.onPage(page)).toList(),
                Mosaic.of(mosaic, images.stream().map(ImageFile::name).toList()));
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern.toLowerCase(Locale.ROOT));
        } catch (PatternSyntaxException e) {
            throw new ProblemException("The pattern " + pattern + " is not a file pattern; write it like *.tif.", e);
        }
    }

    private static List<Path> inFolder(Path folder, PathMatcher matcher, String pattern) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(file -> {
                        String name = file.getFileName().toString();
                        return !name.startsWith(".") && matcher.matches(Path.of(name.toLowerCase(Locale.ROOT)));
                    })
                    .filter(Files::isRegularFile)
                    .toList();
            if (found.isEmpty()) {
                throw new ProblemException(
                        "No file in " + folder + " matches " + pattern + "; check the folder or give --pattern.");
            }
            return found;
        } catch (IOException e) {
            throw new ProblemException("Cannot read the folder " + folder + "; check its permissions.", e);
        }
    }

    private static List<ImageFile> named(List<Path> files) {
        Map<String, Long> uses = files.stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<ImageFile> images = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean unique = uses.getOrDefault(name, 0L) == 1;
            images.add(new ImageFile(file, unique ? name : shortestUnique(file, files)));
        }
        images.sort(Comparator.comparing(ImageFile::name, new NaturalOrder()));
        return images;
    }

    private static String shortestUnique(Path file, List<Path> files) {
        for (int parts = 2; parts < file.getNameCount(); parts++) {
            Path tail = file.subpath(file.getNameCount() - parts, file.getNameCount());
            if (files.stream().filter(other -> other.endsWith(tail)).count() == 1) {
                return tail.toString();
            }
        }
        return file.toString();
    }
}
