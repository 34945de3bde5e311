// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

class ClustererTest {
    @Test
    void kMeansGivesTheSameLabelsOnOneThreadAndEight() {
        Matrix x = random(500, 4, 3);

        assertThat(cluster(8, x, new ClusteringSpec.KMeans(5, 20, 7)))
                .isEqualTo(cluster(1, x, new ClusteringSpec.KMeans(5, 20, 7)));
    }

    @Test
    void kMeansFindsClustersThatAreFarApart() {
        Matrix x = new Matrix(9, 1, new double[] {0, 100, 0.1, 200, 100.1, 0.2, 100.2, 0.3, 200.1});

        Labels labels = cluster(2, x, new ClusteringSpec.KMeans(3, 20, 1));

        assertThat(labels.toArray()).containsExactly(0, 1, 0, 2, 1, 0, 1, 0, 2);
        assertThat(labels.sizes()).containsExactly(4, 3, 2);
    }

    @Test
    void moreClustersThanDistinctPointsGiveFewerClustersAndNoNaN() {
        Matrix x = new Matrix(6, 2, new double[] {1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 2, 2});

        assertThat(cluster(2, x, new ClusteringSpec.KMeans(4, 20, 1)).sizes()).containsExactly(3, 3);
    }

    @Test
    void moreClustersThanSlicesAreRefused() {
        assertThatThrownBy(() -> cluster(1, random(3, 2, 1), new ClusteringSpec.KMeans(4, 20, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("4")
                .hasMessageContaining("3 slices");
    }

    @Test
    void fewerThanTwoClustersAreRefused() {
        assertThatThrownBy(() -> new ClusteringSpec.KMeans(1, 20, 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ClusteringSpec.Hierarchical(0, Linkage.WARD))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void theChainGivesThePartitionOfTheDefinition(Linkage linkage) {
        for (int seed = 0; seed < 20; seed++) {
            Matrix x = random(40, 3, seed);
            for (int k = 2; k < 8; k++) {
                assertThat(cluster(1, x, new ClusteringSpec.Hierarchical(k, linkage)))
                        .as("seed %s, %s clusters", seed, k)
                        .isEqualTo(Labels.canonical(byDefinition(x, linkage, k)));
            }
        }
    }

    @Test
    void cancellingEndsTheWork() {
        Monitor cancelled = new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (Workers workers = new Workers(2)) {
            Clusterer clusterer = new Clusterer(workers);
            Matrix x = random(50, 2, 1);
            assertThatThrownBy(() -> clusterer.cluster(x, new ClusteringSpec.KMeans(3, 20, 1), cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> clusterer.cluster(x, new ClusteringSpec.Hierarchical(3, Linkage.WARD), cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void labelsAreNumberedBySizeThenByFirstSlice() {
        Labels labels = Labels.canonical(new int[] {7, 2, -1, 2, 5, 5, 5, 7});

        assertThat(labels.toArray()).containsExactly(1, 2, -1, 2, 0, 0, 0, 1);
        assertThat(labels.sizes()).containsExactly(3, 2, 2);
    }

    @Test
    void aTinyClusterMakesALabellingDegenerate() {
        int[] raw = new int[1000];
        for (int i = 0; i < 9; i++) {
            raw[i] = 1;
        }
        assertThat(Labels.canonical(raw).degenerate()).as("9 of 1000").isTrue();
        raw[9] = 1;
        assertThat(Labels.canonical(raw).degenerate()).as("10 of 1000").isFalse();
        assertThat(Labels.canonical(new int[] {0, 0, 0, 0, 1, 1, 1}).degenerate())
                .as("three slices")
                .isTrue();
        assertThat(Labels.canonical(new int[] {0, 0, 0, 0, 1, 1, 1, 1}).degenerate())
                .as("four slices")
                .isFalse();
    }

    private static Labels cluster(int threads, Matrix x, ClusteringSpec spec) {
        try (Workers workers = new Workers(threads)) {
            return new Clusterer(workers).cluster(x, spec, Monitor.none());
        }
    }

    private static Matrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix x = new Matrix(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                x.set(row, column, random.nextDouble() + random.nextInt(3));
            }
        }
        return x;
    }

    /** Merges the two nearest clusters, distances taken from the points each time. */
    private static int[] byDefinition(Matrix x, Linkage linkage, int k) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < x.rows(); i++) {
            clusters.add(new ArrayList<>(List.of(i)));
        }
        while (clusters.size() > k) {
            int a = 0;
            int b = 1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double between = between(x, linkage, clusters.get(i), clusters.get(j));
                    if (between < nearest) {
                        nearest = between;
                        a = i;
                        b = j;
                    }
                }
            }
            clusters.get(a).addAll(clusters.remove(b));
        }
        int[] labels = new int[x.rows()];
        for (int c = 0; c < clusters.size(); c++) {
            for (int i : clusters.get(c)) {
                labels[i] = c;
            }
        }
        return labels;
    }

    private static double between(Matrix x, Linkage linkage, List<Integer> a, List<Integer> b) {
        if (linkage == Linkage.WARD) {
            double squared = 0;
            for (int column = 0; column < x.columns(); column++) {
                int c = column;
                double difference = a.stream()
                                .mapToDouble(i -> x.get(i, c))
                                .average()
                                .orElseThrow()
                        - b.stream().mapToDouble(i -> x.get(i, c)).average().orElseThrow();
                squared += difference * difference;
            }
            return squared * a.size() * b.size() / (a.size() + b.size());
        }
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i : a) {
            for (int j : b) {
                double squared = 0;
                for (int column = 0; column < x.columns(); column++) {
                    double difference = x.get(i, column) - x.get(j, column);
                    squared += difference * difference;
                }
                double distance = Math.sqrt(squared);
                most = Math.max(most, distance);
                least = Math.min(least, distance);
                sum += distance;
            }
        }
        return switch (linkage) {
            case COMPLETE -> most;
            case SINGLE -> least;
            default -> sum / (a.size() * (double) b.size());
        };
    }
}
