// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.Silhouette;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Standardizer;

/** The work that is measured, on one thread, as the peers do it. */
final class Contests {
    private static final List<Integer> GRIDS =
            IntStream.iterate(2, g -> g <= 20, g -> g + 2).boxed().toList();
    private static final List<Integer> CLUSTERS = List.of(2, 3, 4);
    private static final int FINE = 64;
    private static final int COARSE = 20;
    private static final int RESTARTS = 20;

    private final ImageSet images;
    private final Path folder;
    private final Path scratch;
    private final @Nullable Peers peers;
    private final Workers one = new Workers(1);

    Contests(ImageSet images, Path folder, Path scratch, @Nullable Peers peers) {
        this.images = images;
        this.folder = folder;
        this.scratch = scratch;
        this.peers = peers;
    }

    List<Contest> all() {
        Matrix coarse = matrix(COARSE);
        Matrix fine = matrix(FINE);
        String grids = GRIDS.stream().map(String::valueOf).collect(Collectors.joining(","));
        String ks = CLUSTERS.stream().map(String::valueOf).collect(Collectors.joining(","));
        List<Contest> contests = new ArrayList<>();
        contests.add(new Contest(
                "extraction, ten grids 2..20",
                () -> CpuClock.seconds(() -> extract(GRIDS)),
                "NumPy",
                peer(p -> {
                    var printed = p.run("features", folder.toString(), grids);
                    return number(printed.get("load_s")) + number(printed.get("extract_s"));
                }),
                5,
                10));
        contests.add(new Contest(
                "grid search, ten grids x k = 2, 3, 4",
                () -> CpuClock.seconds(this::search),
                "NumPy + scikit-learn",
                peer(p -> p.seconds("total_s", "sweep", folder.toString(), grids, ks)),
                6,
                10));
        contests.add(step(coarse, 3, 5));
        contests.add(step(fine, 7, 15));
        contests.add(silhouette(fine));
        Path csv = csv(fine);
        DoubleSupplier complete = () -> CpuClock.seconds(() ->
                new Clusterer(one).cluster(fine, new ClusteringSpec.Hierarchical(3, Linkage.COMPLETE), Monitor.none()));
        contests.add(new Contest(
                "complete linkage, n = " + fine.rows(),
                complete,
                "scikit-learn",
                peer(p -> p.seconds("cpu_s", "complete", csv.toString(), "3")),
                10,
                25));
        contests.add(new Contest(
                "complete linkage, n = " + fine.rows(),
                complete,
                "fastcluster",
                peer(p -> p.seconds("cpu_s", "fastcluster", csv.toString(), "3")),
                5,
                10));
        return contests;
    }

    /** A slider's step: cluster and score, the feature table known. */
    private Contest step(Matrix x, double gate, double stretch) {
        Path csv = csv(x);
        return new Contest(
                "slider step (k-means + silhouette), n = " + x.rows(),
                () -> CpuClock.seconds(() -> {
                    Labels labels =
                            new Clusterer(one).cluster(x, new ClusteringSpec.KMeans(3, RESTARTS, 42), Monitor.none());
                    new Silhouette(one).ofEach(x, labels, Monitor.none());
                }),
                "scikit-learn",
                peer(p -> p.seconds("cpu_s", "kmeans", csv.toString(), "3")
                        + p.seconds("cpu_s", "silhouette", csv.toString(), "3")),
                gate,
                stretch);
    }

    private Contest silhouette(Matrix x) {
        Path csv = csv(x);
        Labels labels = new Clusterer(one).cluster(x, new ClusteringSpec.KMeans(3, RESTARTS, 42), Monitor.none());
        return new Contest(
                "silhouette, n = " + x.rows(),
                () -> CpuClock.seconds(() -> new Silhouette(one).ofEach(x, labels, Monitor.none())),
                "scikit-learn",
                peer(p -> p.seconds("cpu_s", "silhouette", csv.toString(), "3")),
                9,
                20);
    }

    private interface Asked {
        double of(Peers peers);
    }

    private Optional<DoubleSupplier> peer(Asked asked) {
        Peers there = peers;
        return there == null ? Optional.empty() : Optional.of(() -> asked.of(there));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private FeatureExtractor.Extraction extract(List<Integer> grids) {
        return new FeatureExtractor(one)
                .extract(
                        images,
                        grids.stream().map(g -> Slicing.of(new Grid(g, g))).toList(),
                        StatisticSet.NOTEBOOK,
                        Monitor.none());
    }

    private void search() {
        FeatureExtractor.Extraction extraction = extract(GRIDS);
        Pipeline pipeline = new Pipeline(one);
        for (int grid : GRIDS) {
            FeatureTable table = extraction.table(new Grid(grid, grid));
            List<RunSpec> specs = CLUSTERS.stream()
                    .map(k -> new RunSpec(
                            new Grid(grid, grid),
                            StatisticSet.NOTEBOOK,
                            true,
                            true,
                            OptionalInt.empty(),
                            new ClusteringSpec.KMeans(k, RESTARTS, 42)))
                    .toList();
            pipeline.runAll(table, specs, null, Monitor.none());
        }
    }

    private Matrix matrix(int grid) {
        return Standardizer.standardize(
                extract(List.of(grid)).table(new Grid(grid, grid)).defined());
    }

    private Path csv(Matrix x) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < x.columns(); column++) {
            text.append(column == 0 ? "" : ",").append('f').append(column);
        }
        text.append('\n');
        for (int row = 0; row < x.rows(); row++) {
            for (int column = 0; column < x.columns(); column++) {
                text.append(column == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.17g", x.get(row, column)));
            }
            text.append('\n');
        }
        try {
            Path file = Files.createTempFile(scratch, "matrix", ".csv");
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
