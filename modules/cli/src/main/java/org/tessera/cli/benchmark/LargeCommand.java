// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One large job, in a process with little memory that {@link LargeJobs} starts. */
@Command(name = "benchmark-large", hidden = true)
public final class LargeCommand implements Callable<Integer> {
    private static final int MANY_SLICES = 65_536;
    private static final int FEATURES = 6;

    @Spec
    private CommandSpec spec;

    @Option(names = "--images")
    private @Nullable Path images;

    @Option(names = "--linkage")
    private @Nullable String linkage;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        String what = linkage != null ? cluster(Linkage.parse(linkage)) : extract();
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%-58s %8.1f s  %s%n", what, (System.nanoTime() - start) / 1e9, peakMemory());
        return 0;
    }

    private String extract() {
        ImageSet set = ImageScanner.scan(List.of(Objects.requireNonNull(images)), "*.tif", "auto");
        List<Grid> grids = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Grid(2 * i, 2 * i))
                .toList();
        List<String> ids = new ArrayList<>(StatisticSet.NOTEBOOK);
        ids.add("median");
        try (Workers workers = Workers.ofMachine()) {
            new FeatureExtractor(workers).extract(set, Slicing.of(grids), ids, Monitor.none());
        }
        return set.images().size() + " tiles of 8000 x 8000, ten grids, seven statistics";
    }

    /** Slices in clouds of unequal size and width. */
    private static String cluster(Linkage linkage) {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[MANY_SLICES * FEATURES];
        for (int i = 0; i < MANY_SLICES; i++) {
            double cloud = i % 16 < 9 ? 0 : i % 16 < 14 ? 2 : 6;
            for (int j = 0; j < FEATURES; j++) {
                values[i * FEATURES + j] = cloud + random.nextDouble() + random.nextDouble() + random.nextDouble();
            }
        }
        try (Workers workers = new Workers(1)) {
            Labels labels = new Clusterer(workers)
                    .cluster(
                            new Matrix(MANY_SLICES, FEATURES, values),
                            new ClusteringSpec.Hierarchical(3, linkage),
                            Monitor.none());
            return linkage.id() + " linkage of " + labels.size() + " slices";
        }
    }

    /** The most memory the process has had, the virtual machine's own included; where the system tells. */
    private static String peakMemory() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "peak memory unknown here";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .map(kilobytes -> String.format(Locale.ROOT, "peak resident %d MB", kilobytes / 1024))
                    .findFirst()
                    .orElse("peak memory unknown here");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
