// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PixelSink;
import org.tessera.engine.slice.Grid;
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
     * @param tables for each grid asked for its table: images in order, then rows, then columns
     * @param readMillis time spent decoding, summed over threads, milliseconds
     * @param statisticsMillis time spent counting, summed over threads, milliseconds
     */
    public record Extraction(
            List<ImageInfo> images, Map<Grid, FeatureTable> tables, double readMillis, double statisticsMillis) {
        public Extraction {
            images = List.copyOf(images);
            tables = Map.copyOf(tables);
        }

        /** The table of a grid that was asked for. */
        public FeatureTable table(Grid grid) {
            return Objects.requireNonNull(tables.get(grid), () -> "no table for " + grid);
        }
    }

    private record ImageFeatures(ImageInfo info, List<double[]> values, long readNanos, long statisticsNanos) {}

    /**
     * @param set the images; of different sizes if need be, each is cut by its own size
     * @param grids each once
     * @param ids statistics of {@link StatisticSet}
     * @throws ProblemException if an image cannot be read or a grid is finer than an image
     */
    public Extraction extract(ImageSet set, List<Grid> grids, List<String> ids, Monitor monitor) {
        List<Statistic> statistics = ids.stream().map(known::statistic).toList();
        List<ImageFile> files = set.images();
        AtomicInteger done = new AtomicInteger();
        List<ImageFeatures> features = workers.map(files.size(), i -> {
            ImageFeatures one = ofImage(files.get(i), grids, statistics, monitor);
            monitor.progress(
                    done.incrementAndGet() / (double) files.size(), files.get(i).name());
            return one;
        });
        Map<Grid, FeatureTable> tables = new LinkedHashMap<>();
        List<String> names = files.stream().map(ImageFile::name).toList();
        for (int g = 0; g < grids.size(); g++) {
            int index = g;
            List<double[]> parts =
                    features.stream().map(f -> f.values().get(index)).toList();
            tables.put(grids.get(g), FeatureTable.ofGrid(names, ids, grids.get(g), parts));
        }
        return new Extraction(
                features.stream().map(ImageFeatures::info).toList(),
                tables,
                features.stream().mapToLong(ImageFeatures::readNanos).sum() / 1e6,
                features.stream().mapToLong(ImageFeatures::statisticsNanos).sum() / 1e6);
    }

    private ImageFeatures ofImage(ImageFile file, List<Grid> grids, List<Statistic> statistics, Monitor monitor) {
        monitor.check();
        long start = System.nanoTime();
        CounterPool pool = pools.get();
        pool.reset();
        Cutter cutter = new Cutter(file, grids, statistics, pool, monitor);
        ImageInfo info = reader.scan(file, cutter);
        long whole = System.nanoTime() - start;
        List<double[]> values = cutter.bands.stream().map(GridBands::values).toList();
        return new ImageFeatures(info, values, whole - cutter.nanos, cutter.nanos);
    }

    /** Hands the rows of an image to every grid. */
    private static final class Cutter implements PixelSink {
        private final ImageFile file;
        private final List<Grid> grids;
        private final List<Statistic> statistics;
        private final CounterPool pool;
        private final Monitor monitor;
        private List<GridBands> bands = List.of();
        private long nanos;

        Cutter(ImageFile file, List<Grid> grids, List<Statistic> statistics, CounterPool pool, Monitor monitor) {
            this.file = file;
            this.grids = grids;
            this.statistics = statistics;
            this.pool = pool;
            this.monitor = monitor;
        }

        @Override
        public void begin(int width, int height, int bitDepth) {
            bands = grids.stream().map(grid -> bands(grid, width, height)).toList();
        }

        private GridBands bands(Grid grid, int width, int height) {
            int sliceHeight = grid.sliceHeight(height);
            int sliceWidth = grid.sliceWidth(width);
            if (sliceHeight < 1 || sliceWidth < 1) {
                throw new ProblemException("The grid " + grid + " is finer than the image " + file.path() + " (" + width
                        + " x " + height + " pixels, width x height); choose a coarser grid.");
            }
            int pixels = (int) Math.min(Integer.MAX_VALUE, (long) sliceHeight * sliceWidth);
            return new GridBands(grid, width, height, statistics, pool.take(grid.columns(), pixels));
        }

        @Override
        public void rows(int top, int count, short[] pixels) {
            long start = System.nanoTime();
            for (GridBands grid : bands) {
                grid.rows(top, count, pixels, monitor);
            }
            nanos += System.nanoTime() - start;
        }
    }
}
