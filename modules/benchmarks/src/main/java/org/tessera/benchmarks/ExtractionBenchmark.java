// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/** One image of 1000 x 1000 16-bit pixels to statistics, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExtractionBenchmark {
    @Param({"notebook", "all"})
    public String statistics;

    @Param({"4", "20", "2,4,6,8,10,12,14,16,18,20"})
    public String grids;

    private Path folder;
    private ImageSet set;
    private Workers workers;

    @Setup
    public void make() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        short[] pixels = new short[1000 * 1000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) (8000 + random.nextInt(3000) + random.nextInt(3000));
        }
        folder = Files.createTempDirectory("tessera-benchmarks");
        PictureFiles.writeTiff(new GrayImage(1000, 1000, 16, pixels), folder.resolve("a.tif"));
        set = ImageScanner.scan(List.of(folder), "*.tif", "auto");
        workers = new Workers(1);
    }

    @TearDown
    public void close() throws IOException {
        workers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public FeatureExtractor.Extraction extraction() {
        return new FeatureExtractor(workers)
                .extract(
                        set,
                        Arrays.stream(grids.split(",")).map(Grid::parse).map(Slicing::of).toList(),
                        StatisticSet.BUILT_IN.parse(statistics),
                        Monitor.none());
    }

    @Benchmark
    public GrayImageReader.Loaded reading() {
        return new GrayImageReader().read(set.images().get(0), Monitor.none());
    }
}
