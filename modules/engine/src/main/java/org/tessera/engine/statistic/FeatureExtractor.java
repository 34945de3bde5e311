// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** Images to feature tables: each image is decoded once for all grids, several images at a time. */
public final class FeatureExtractor {
    private final Workers workers;
    private final GrayImageReader reader = new GrayImageReader();
    private final ThreadLocal<SliceAccumulator> accumulators = ThreadLocal.withInitial(SliceAccumulator::new);

    /** @param workers the threads that decode and count */
    public FeatureExtractor(Workers workers) {
        this.workers = workers;
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
        List<Statistic> statistics = ids.stream().map(StatisticSet::statistic).toList();
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
            tables.put(grids.get(g), table(names, ids, grids.get(g), parts));
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
        GrayImageReader.Loaded loaded = reader.read(file);
        long read = System.nanoTime();
        GrayImage image = loaded.image();
        for (Grid grid : grids) {
            if (grid.sliceHeight(image.height()) < 1 || grid.sliceWidth(image.width()) < 1) {
                throw new ProblemException("The grid " + grid + " is finer than the image " + file.path() + " ("
                        + image.width() + " x " + image.height() + " pixels, width x height); choose a coarser grid.");
            }
        }
        List<double[]> values = new ArrayList<>();
        for (Grid grid : grids) {
            values.add(ofGrid(image, grid, statistics, monitor));
        }
        return new ImageFeatures(loaded.info(), values, read - start, System.nanoTime() - read);
    }

    private double[] ofGrid(GrayImage image, Grid grid, List<Statistic> statistics, Monitor monitor) {
        int height = grid.sliceHeight(image.height());
        int width = grid.sliceWidth(image.width());
        double[] values = new double[grid.slices() * statistics.size()];
        SliceAccumulator slice = accumulators.get();
        int next = 0;
        for (int row = 0; row < grid.rows(); row++) {
            monitor.check();
            for (int column = 0; column < grid.columns(); column++) {
                slice.load(image, column * width, row * height, width, height);
                for (Statistic statistic : statistics) {
                    values[next++] = statistic.of(slice);
                }
            }
        }
        return values;
    }

    private static FeatureTable table(List<String> names, List<String> ids, Grid grid, List<double[]> parts) {
        List<SliceRef> slices = new ArrayList<>(names.size() * grid.slices());
        for (int image = 0; image < names.size(); image++) {
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    slices.add(new SliceRef(image, row, column));
                }
            }
        }
        double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
        return new FeatureTable(names, ids, slices, new Matrix(slices.size(), ids.size(), all));
    }
}
