// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FlatField;
import org.tessera.store.StoreLocation;

/**
 * Statistics of images, by the content of the image, so that what is known is had again without touching a pixel: in memory,
 * and in files that may be deleted at any time. A file of an image is taken to be unchanged if its path, size and time of
 * change are; one that changed within the last seconds is not trusted. Any thread, several processes.
 */
public final class FeatureCache {
    private static final long MOST_MEMORY = 64L << 20;
    private static final long MOST_DISK = 512L << 20;
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final String FORMAT = "tessera-features-2";

    private final CacheFile files;
    private final boolean keeps;
    private final Map<String, Map<String, double[]>> memory = new LinkedHashMap<>(16, 0.75f, true);
    private long bytesInMemory;

    /** What an image file was when it was read. */
    private record Stamp(long size, long changed) {}

    /** @param folder where files are kept; made when needed */
    public FeatureCache(Path folder) {
        this(folder, true);
    }

    private FeatureCache(Path folder, boolean keeps) {
        this.files = new CacheFile(folder, MOST_DISK);
        this.keeps = keeps;
    }

    /** One that knows nothing and keeps nothing, so that every pixel is read. */
    public static FeatureCache none() {
        return new FeatureCache(Path.of(""), false);
    }

    /** The user's own. */
    public static FeatureCache ofUser() {
        return new FeatureCache(StoreLocation.userFolder().resolve("cache"));
    }

    /**
     * What is asked of an image.
     *
     * @param slicing how it becomes slices
     * @param background of its set, where the slicing has a flat field
     * @param ids of statistics
     */
    record Wanted(Slicing slicing, @Nullable FlatField background, List<String> ids) {
        /** How many slices an image has. */
        int slices(ImageInfo image) {
            return ImageSlices.of(slicing, image.width(), image.height()).count();
        }
    }

    private static String imageName(ImageFile file) {
        return "image-" + Fingerprint.of(List.of(FORMAT, file.path().toString(), Integer.toString(file.page())));
    }

    private static String tableName(ImageInfo image, Wanted wanted) {
        return "features-"
                + Fingerprint.of(List.of(
                        FORMAT,
                        Pipeline.VERSION,
                        image.pixelSha256(),
                        wanted.slicing.toString(),
                        // inversion depends on the depth, which the pixels do not say
                        Integer.toString(image.bitDepth()),
                        wanted.background == null ? "" : wanted.background.key()));
    }

    private static Optional<Stamp> stamp(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Instant changed = now.lastModifiedTime().toInstant();
            boolean settled = changed.isBefore(Instant.now().minus(SETTLED));
            return settled
                    ? Optional.of(new Stamp(now.size(), changed.getEpochSecond() * 1_000_000_000L + changed.getNano()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Size and fingerprints of an image that has been read before and is the same still. */
    Optional<ImageInfo> image(ImageFile file) {
        return !keeps
                ? Optional.empty()
                : stamp(file.path()).flatMap(now -> files.read(imageName(file), in -> {
                            boolean same = in.readUTF().equals(file.path().toString())
                                    && new Stamp(in.readLong(), in.readLong()).equals(now);
                            return same
                                    ? Optional.of(new ImageInfo(
                                            file,
                                            in.readInt(),
                                            in.readInt(),
                                            in.readInt(),
                                            in.readLong(),
                                            in.readUTF(),
                                            in.readUTF(),
                                            in.readInt(),
                                            pixelSize(in.readDouble(), in.readDouble())))
                                    : Optional.<ImageInfo>empty();
                        })
                        .flatMap(found -> found));
    }

    /** Notes an image that has just been read. */
    void put(ImageInfo image) {
        if (!keeps) {
            return;
        }
        stamp(image.file().path())
                .filter(now -> now.size == image.bytes())
                .ifPresent(now -> files.write(imageName(image.file()), out -> {
                    out.writeUTF(image.file().path().toString());
                    out.writeLong(now.size);
                    out.writeLong(now.changed);
                    out.writeInt(image.width());
                    out.writeInt(image.height());
                    out.writeInt(image.bitDepth());
                    out.writeLong(image.bytes());
                    out.writeUTF(image.fileSha256());
                    out.writeUTF(image.pixelSha256());
                    out.writeInt(image.pages());
                    PixelSize size = image.pixelSize();
                    out.writeDouble(size == null ? 0 : size.width());
                    out.writeDouble(size == null ? 0 : size.height());
                }));
    }

    private static @Nullable PixelSize pixelSize(double width, double height) {
        return width > 0 && height > 0 ? new PixelSize(width, height) : null;
    }

    /**
     * The values of an image's slices: rows of slices, then columns, then statistics.
     *
     * @return empty unless all of them are known
     */
    Optional<double[]> values(ImageInfo image, Wanted wanted) {
        Map<String, double[]> columns = columns(tableName(image, wanted));
        List<String> ids = wanted.ids;
        if (!columns.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        double[] values = new double[wanted.slices(image) * ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            double[] column = Objects.requireNonNull(columns.get(ids.get(i)));
            for (int slice = 0; slice < column.length; slice++) {
                values[slice * ids.size() + i] = column[slice];
            }
        }
        return Optional.of(values);
    }

    /** Keeps values in the order of {@link #values}, beside those known before. */
    void put(ImageInfo image, Wanted wanted, double[] values) {
        if (!keeps) {
            return;
        }
        String name = tableName(image, wanted);
        List<String> ids = wanted.ids;
        int slices = wanted.slices(image);
        Map<String, double[]> columns = new LinkedHashMap<>(columns(name));
        for (int i = 0; i < ids.size(); i++) {
            double[] column = new double[slices];
            for (int slice = 0; slice < slices; slice++) {
                column[slice] = values[slice * ids.size() + i];
            }
            columns.put(ids.get(i), column);
        }
        remember(name, columns);
        files.write(name, out -> {
            out.writeInt(columns.size());
            out.writeInt(slices);
            for (Map.Entry<String, double[]> column : columns.entrySet()) {
                out.writeUTF(column.getKey());
                for (double value : column.getValue()) {
                    out.writeDouble(value);
                }
            }
        });
    }

    private Map<String, double[]> columns(String name) {
        synchronized (memory) {
            Map<String, double[]> known = memory.get(name);
            if (known != null) {
                return known;
            }
        }
        Map<String, double[]> read = files.read(name, FeatureCache::columns).orElse(Map.of());
        if (!read.isEmpty()) {
            remember(name, read);
        }
        return read;
    }

    private static Map<String, double[]> columns(DataInputStream in) throws IOException {
        int count = in.readInt();
        int slices = in.readInt();
        Map<String, double[]> columns = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String id = in.readUTF();
            double[] column = new double[slices];
            for (int slice = 0; slice < slices; slice++) {
                column[slice] = in.readDouble();
            }
            columns.put(id, column);
        }
        return columns;
    }

    private void remember(String name, Map<String, double[]> columns) {
        synchronized (memory) {
            Map<String, double[]> before = memory.put(name, columns);
            bytesInMemory += bytes(columns) - (before == null ? 0 : bytes(before));
            List<String> longestAgo = new ArrayList<>(memory.keySet());
            for (int i = 0; i < longestAgo.size() - 1 && bytesInMemory > MOST_MEMORY; i++) {
                bytesInMemory -= bytes(memory.remove(longestAgo.get(i)));
            }
        }
    }

    private static long bytes(Map<String, double[]> columns) {
        return columns.values().stream().mapToLong(column -> 8L * column.length).sum();
    }
}
