// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;

/**
 * Images to feature tables: each image is decoded once for all grids, several images at a time, in bands: memory grows with
 * the columns of the grids, not with the images.
 */
public final class FeatureExtractor {
    private final Workers workers;
    private final StatisticSet known;
    private final GrayImageReader reader = new GrayImageReader();
    private final ThreadLocal<CounterPool> pools = ThreadLocal.withInitial(CounterPool::new);

    /** @param workers the threads that decode and count */
    public FeatureExtractor(Workers workers) {
        this(workers, StatisticSet.BUILT_IN);
    }

    /**
     * An extractor of more than the statistics built in.
     *
     * @param workers the threads that decode and count
     * @param known the statistics that can be asked for
     */
    public FeatureExtractor(Workers workers, StatisticSet known) {
        this.workers = workers;
        this.known = known;
    }

    /**
     * What was read.
     *
     * @param images size and fingerprints, in the order of the set
     * @param tables for each slicing asked for its table: images in order, then rows, then columns
     * @param readMillis time spent decoding, summed over threads, milliseconds
     * @param statisticsMillis time spent counting, summed over threads, milliseconds
     */
    public record Extraction(
            List<ImageInfo> images, Map<Slicing, FeatureTable> tables, double readMillis, double statisticsMillis) {
        public Extraction {
            images = List.copyOf(images);
            tables = Map.copyOf(tables);
        }

        /** The table of a grid that was asked for, of the pixels as they are. */
        public FeatureTable table(Grid grid) {
            return table(Slicing.of(grid));
        }

        /** The table of a slicing that was asked for. */
        public FeatureTable table(Slicing slicing) {
            return Objects.requireNonNull(tables.get(slicing), () -> "no table for " + slicing);
        }
    }

    private record ImageFeatures(ImageInfo info, List<double[]> values, long readNanos, long statisticsNanos) {}

    /**
     * Extracts feature tables; the lighting is estimated first where a slicing has a flat field.
     *
     * @param set the images; of different sizes if need be, each is cut by its own size
     * @param slicings each once
     * @param ids statistics of {@link StatisticSet}
     * @throws ProblemException if an image cannot be read or a slicing does not fit an image
     */
    public Extraction extract(ImageSet set, List<Slicing> slicings, List<String> ids, Monitor monitor) {
        if (slicings.stream().noneMatch(slicing -> slicing.preparation().flatField())) {
            return extract(set, slicings, ids, null, monitor);
        }
        FlatField background =
                background(blocks -> extract(set, List.of(blocks), FlatField.STATISTICS, null, monitor.part(0, 0.5)));
        return extract(set, slicings, ids, background, monitor.part(0.5, 1));
    }

    /**
     * The lighting of a set.
     *
     * @param extract gives the mean of each slice
     * @throws ProblemException if the images are too small or all black
     */
    public static FlatField background(Function<Slicing, Extraction> extract) {
        Extraction means;
        try {
            means = extract.apply(FlatField.BLOCKS);
        } catch (ProblemException e) {
            throw new ProblemException(
                    "The lighting is estimated on 16 x 16 blocks of each image, which failed: " + e.getMessage(), e);
        }
        return FlatField.of(means.table(FlatField.BLOCKS), means.images());
    }

    /**
     * Extracts feature tables of images whose lighting is known.
     *
     * @param background the lighting, for slicings with a flat field; null without one
     */
    public Extraction extract(
            ImageSet set, List<Slicing> slicings, List<String> ids, @Nullable FlatField background, Monitor monitor) {
        List<Statistic> statistics = ids.stream().map(known::statistic).toList();
        List<ImageFile> files = set.images();
        AtomicInteger done = new AtomicInteger();
        List<ImageFeatures> features = workers.map(files.size(), i -> {
            ImageFeatures one = ofImage(files.get(i), slicings, statistics, background, monitor);
            monitor.progress(
                    done.incrementAndGet() / (double) files.size(), files.get(i).name());
            return one;
        });
        Map<Slicing, FeatureTable> tables = new LinkedHashMap<>();
        List<String> names = files.stream().map(ImageFile::name).toList();
        for (int s = 0; s < slicings.size(); s++) {
            int index = s;
            Slicing slicing = slicings.get(s);
            List<ImageSlices> slices =
                    features.stream().map(one -> slices(slicing, one.info())).toList();
            List<double[]> parts =
                    features.stream().map(one -> one.values().get(index)).toList();
            tables.put(slicing, FeatureTable.ofImages(names, ids, slices, parts));
        }
        return new Extraction(
                features.stream().map(ImageFeatures::info).toList(),
                tables,
                features.stream().mapToLong(ImageFeatures::readNanos).sum() / 1e6,
                features.stream().mapToLong(ImageFeatures::statisticsNanos).sum() / 1e6);
    }

    private static ImageSlices slices(Slicing slicing, ImageInfo image) {
        return ImageSlices.of(slicing, image.width(), image.height());
    }

    private ImageFeatures ofImage(
            ImageFile file,
            List<Slicing> slicings,
            List<Statistic> statistics,
            @Nullable FlatField background,
            Monitor monitor) {
        monitor.check();
        long start = System.nanoTime();
        CounterPool pool = pools.get();
        pool.reset();
        ImageCutter cutter = new ImageCutter(file, slicings, statistics, pool, background, monitor);
        ImageInfo info = reader.scan(file, cutter, monitor);
        long whole = System.nanoTime() - start;
        return new ImageFeatures(info, cutter.values(), whole - cutter.nanos(), cutter.nanos());
    }
}
