// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.ImageScanner;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.score.Silhouette;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** Work of several seconds is cancelled at several moments; the promise is 200 ms to the end. */
class CancelTest {
    private static final int SLICES = 16_384;
    private static final long PROMISED_NANOS = 200_000_000;
    /** A machine that is busy elsewhere may miss the promise now and then, the program may not always. */
    private static final int TRIES = 3;

    @TempDir
    Path folder;

    /** Cancels some time after it was first asked. */
    private static final class Later implements Monitor {
        private final long after;
        private long first;

        Later(long after) {
            this.after = after;
        }

        @Override
        public void progress(double fraction, String what) {}

        @Override
        public synchronized boolean cancelled() {
            first = first == 0 ? System.nanoTime() : first;
            return System.nanoTime() - first > after;
        }

        synchronized long since() {
            return System.nanoTime() - first - after;
        }
    }

    private static Matrix points(int columns) {
        SplittableRandom random = new SplittableRandom(3);
        Matrix x = new Matrix(SLICES, columns);
        for (int i = 0; i < SLICES; i++) {
            for (int j = 0; j < columns; j++) {
                x.set(i, j, random.nextGaussian());
            }
        }
        return x;
    }

    private Map<String, Consumer<Monitor>> phases(Workers workers) {
        Matrix x = points(6);
        Clusterer clusterer = new Clusterer(workers);
        Map<String, Consumer<Monitor>> phases = new LinkedHashMap<>();
        for (ClusteringSpec spec : List.of(
                new ClusteringSpec.KMeans(8, 500, 1),
                new ClusteringSpec.Hierarchical(3, Linkage.COMPLETE),
                new ClusteringSpec.Hierarchical(3, Linkage.SINGLE),
                new ClusteringSpec.Hierarchical(3, Linkage.WARD),
                new ClusteringSpec.GaussianMixture(8, 5, 1),
                new ClusteringSpec.Spectral(8, 10, 20, 1),
                new ClusteringSpec.Dbscan(0, 5))) {
            phases.put(spec.title(), monitor -> clusterer.cluster(x, spec, monitor));
        }
        Matrix some = x.selectRows(IntStream.range(0, 4000).toArray());
        phases.put(
                "average linkage",
                monitor -> clusterer.cluster(some, new ClusteringSpec.Hierarchical(3, Linkage.AVERAGE), monitor));
        int[] labels = new int[SLICES];
        for (int i = 0; i < SLICES; i++) {
            labels[i] = i % 5;
        }
        phases.put("silhouette", monitor -> {
            for (int i = 0; i < 20; i++) {
                new Silhouette(workers).ofEach(x, Labels.canonical(labels), monitor);
            }
        });
        phases.put("UMAP", monitor -> EmbeddingMethod.UMAP.embed(x, 1, workers, monitor));
        phases.put("t-SNE", monitor -> EmbeddingMethod.TSNE.embed(some, 1, workers, monitor));
        phases.put("extraction", monitor -> extract(workers, Preparation.NONE, monitor));
        phases.put("overlapping slices", monitor -> extract(workers, new Preparation(false, false, 1, 5), monitor));
        phases.put("flat field", monitor -> extract(workers, new Preparation(true, true, 2, 0), monitor));
        return phases;
    }

    private void extract(Workers workers, Preparation preparation, Monitor monitor) {
        for (int again = 0; again < 100; again++) {
            new FeatureExtractor(workers)
                    .extract(
                            ImageScanner.scan(List.of(folder), "*.tif", "auto"),
                            List.of(
                                    new Slicing(new Grid(10, 10), preparation),
                                    new Slicing(new Grid(3, 3), preparation)),
                            StatisticSet.BUILT_IN.parse("all"),
                            monitor);
        }
    }

    @TestFactory
    List<DynamicTest> cancelAnswersInTime() {
        SplittableRandom random = new SplittableRandom(1);
        short[] pixels = new short[2000 * 1500];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) random.nextInt(65536);
        }
        PictureFiles.writeTiff(new GrayImage(2000, 1500, 16, pixels), folder.resolve("a.tif"));
        List<DynamicTest> tests = new ArrayList<>();
        Workers workers = new Workers(2);
        phases(workers)
                .forEach((name, work) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    for (long millis : new long[] {10, 150, 400}) {
                        assertThat(best(work, millis * 1_000_000))
                                .as("nanoseconds from the cancel to the end, cancelled after %s ms", millis)
                                .isLessThan(PROMISED_NANOS);
                    }
                })));
        return tests;
    }

    private static long best(Consumer<Monitor> work, long after) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best >= PROMISED_NANOS; i++) {
            Later monitor = new Later(after);
            try {
                work.accept(monitor);
                // it was done before it was cancelled
                return 0;
            } catch (CancellationException e) {
                best = Math.min(best, monitor.since());
            }
        }
        return best;
    }
}
