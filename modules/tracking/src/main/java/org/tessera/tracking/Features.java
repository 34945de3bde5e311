// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoredImage;

/** The feature tables that some specs need from one source, and what they were made from. */
final class Features {
    private final ImageSetRecord imageSet;
    private final String pixels;
    private final Map<@Nullable Slicing, FeatureTable> tables;
    private final double readMillis;
    private final double statisticsMillis;

    private Features(
            ImageSetRecord imageSet,
            String pixels,
            Map<@Nullable Slicing, FeatureTable> tables,
            double readMillis,
            double statisticsMillis) {
        this.imageSet = imageSet;
        this.pixels = pixels;
        this.tables = tables;
        this.readMillis = readMillis;
        this.statisticsMillis = statisticsMillis;
    }

    static Features of(Source source, List<RunSpec> specs, CachedExtractor extractor, Monitor monitor) {
        if (source instanceof Source.Images images) {
            return ofImages(images.set(), specs, extractor, monitor);
        } else if (source instanceof Source.Table table) {
            return ofTable(table.file(), specs.size());
        }
        throw new IllegalArgumentException(source.toString());
    }

    private static Features ofImages(ImageSet set, List<RunSpec> specs, CachedExtractor extractor, Monitor monitor) {
        Set<Slicing> slicings = new LinkedHashSet<>();
        Set<String> statistics = new LinkedHashSet<>();
        for (RunSpec spec : specs) {
            slicings.add(Objects.requireNonNull(spec.slicing(), "images need a grid"));
            statistics.addAll(spec.statistics());
            statistics.addAll(spec.filterStatistics());
        }
        FeatureExtractor.Extraction extraction =
                extractor.extract(set, List.copyOf(slicings), List.copyOf(statistics), monitor);
        List<String> pixels =
                extraction.images().stream().map(ImageInfo::pixelSha256).toList();
        return new Features(
                ImageSets.record(set, extraction.images()),
                Fingerprint.of(pixels),
                new LinkedHashMap<>(extraction.tables()),
                extraction.readMillis() / specs.size(),
                extraction.statisticsMillis() / specs.size());
    }

    private static Features ofTable(Path file, int specs) {
        long start = System.nanoTime();
        FeatureTable table = FeatureTableCsv.read(file);
        String key = Fingerprint.of(List.of(FeatureTableCsv.write(table)));
        Path path = file.toAbsolutePath().normalize();
        List<StoredImage> images = new ArrayList<>();
        for (int i = 0; i < table.images().size(); i++) {
            ImageFile named = new ImageFile(path, table.images().get(i));
            images.add(new StoredImage(new ImageInfo(named, 0, 0, 0, 0, key, ""), i));
        }
        Path name = path.getFileName();
        Map<@Nullable Slicing, FeatureTable> tables = new LinkedHashMap<>();
        tables.put(null, table);
        return new Features(
                new ImageSetRecord(
                        ImageSetRecord.Kind.TABLE,
                        name == null ? "table" : name.toString(),
                        key,
                        1,
                        images.size(),
                        images),
                key,
                tables,
                (System.nanoTime() - start) / 1e6 / specs,
                0);
    }

    ImageSetRecord imageSet() {
        return imageSet;
    }

    /** The key of the decoded pixels of all images, or of the table. */
    String pixels() {
        return pixels;
    }

    FeatureTable table(RunSpec spec) {
        FeatureTable table = tables.get(spec.slicing());
        if (table == null) {
            throw new ProblemException(
                    "A feature table already is a grid of slices; leave --grid out, or give --images.");
        }
        return table;
    }

    /** The slices, where they do not follow from grid and images. */
    @Nullable
    List<SliceRef> slices(RunSpec spec) {
        return spec.grid() == null ? table(spec).slices() : null;
    }

    /** What is to be said of the images. */
    List<String> warnings() {
        return ImageSets.warnings(
                imageSet.images().stream().map(StoredImage::info).toList());
    }

    /** Time spent reading, for each spec, milliseconds. */
    double readMillis() {
        return readMillis;
    }

    /** Time spent counting, for each spec, milliseconds. */
    double statisticsMillis() {
        return statisticsMillis;
    }
}
