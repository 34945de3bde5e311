// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Standardizer;
import org.tessera.testing.Shared;

/** Gaussian mixture, spectral clustering and DBSCAN. */
class FurtherAlgorithmsTest {
    static List<ClusteringSpec> specs() {
        return List.of(
                new ClusteringSpec.GaussianMixture(3, 5, 7),
                new ClusteringSpec.Spectral(3, 10, 5, 7),
                new ClusteringSpec.Dbscan(0, 5),
                new ClusteringSpec.Dbscan(0.4, 4));
    }

    private static Labels cluster(int threads, Matrix x, ClusteringSpec spec) {
        try (Workers workers = new Workers(threads)) {
            return new Clusterer(workers).cluster(x, spec, Monitor.none());
        }
    }

    /** The notebook's statistics of a reference table, as z-scores. */
    private static Matrix reference(String name) {
        return Standardizer.standardize(
                FeatureTableCsv.read(Shared.require().resolve("reference/" + name + "_statistics.csv"))
                        .select(StatisticSet.NOTEBOOK)
                        .defined());
    }

    /** Two half circles that reach into each other. */
    private static Matrix moons(int each) {
        SplittableRandom random = new SplittableRandom(3);
        Matrix x = new Matrix(2 * each, 2);
        for (int i = 0; i < each; i++) {
            double angle = Math.PI * i / each;
            x.set(i, 0, Math.cos(angle) + 0.05 * random.nextDouble());
            x.set(i, 1, Math.sin(angle) + 0.05 * random.nextDouble());
            x.set(each + i, 0, 1 - Math.cos(angle) + 0.05 * random.nextDouble());
            x.set(each + i, 1, 0.5 - Math.sin(angle) + 0.05 * random.nextDouble());
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource({
        "tileset6_7x7, 0.5, 5, 110, '41,33,6,6'",
        "tileset6_7x7, 0.8, 10, 61, '117,10,8'",
        "tileset6_7x7, 1.2, 4, 14, '182'",
        "tileset6_16x16, 0.5, 5, 202, '807,5,5,5'",
        "tileset6_16x16, 0.8, 10, 143, '881'",
        "tileset7_4x4, 1.2, 4, 20, '67,5,4'"
    })
    void dbscanFindsTheClustersAndTheNoiseThatScikitLearn121Finds(
            String set, double eps, int minPoints, int noise, String sizes) {
        Labels labels = cluster(2, reference(set), new ClusteringSpec.Dbscan(eps, minPoints));

        assertThat(labels.size() - labels.labelled().length).isEqualTo(noise);
        assertThat(labels.sizes())
                .containsExactlyElementsOf(
                        Arrays.stream(sizes.split(",")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "tileset6_7x7, 2, '151,45'",
        "tileset6_7x7, 3, '91,79,26'",
        "tileset7_4x4, 2, '84,12'",
        "tileset7_4x4, 3, '58,26,12'"
    })
    void aMixtureFromTheBestOfKMeansIsThatOfScikitLearn121(String set, int clusters, String sizes) {
        Labels labels = cluster(2, reference(set), new ClusteringSpec.GaussianMixture(clusters, 200, 1));

        assertThat(labels.sizes())
                .containsExactlyElementsOf(
                        Arrays.stream(sizes.split(",")).map(Integer::valueOf).toList());
    }

    @Test
    void aMixtureTellsAWideClusterFromANarrowOneInsideIt() {
        SplittableRandom random = new SplittableRandom(5);
        Matrix x = new Matrix(400, 2);
        for (int i = 0; i < 400; i++) {
            double spread = i < 200 ? 0.2 : 4;
            x.set(i, 0, spread * random.nextGaussian());
            x.set(i, 1, spread * random.nextGaussian());
        }

        Labels labels = cluster(1, x, new ClusteringSpec.GaussianMixture(2, 5, 1));

        long together = IntStream.range(0, 200)
                .filter(i -> labels.get(i) == labels.get(0))
                .count();
        long outside = IntStream.range(200, 400)
                .filter(i -> labels.get(i) != labels.get(0))
                .count();
        assertThat(together).isGreaterThan(195);
        assertThat(outside).isGreaterThan(190);
    }

    @Test
    void spectralClusteringAndDbscanFollowShapesThatKMeansCutsThrough() {
        Matrix x = moons(150);
        int[] expected = IntStream.range(0, 300).map(i -> i / 150).toArray();

        assertThat(cluster(1, x, new ClusteringSpec.Spectral(2, 10, 10, 1)).toArray())
                .isEqualTo(expected);
        assertThat(cluster(1, x, new ClusteringSpec.Dbscan(0.2, 4)).toArray()).isEqualTo(expected);
        assertThat(cluster(1, x, new ClusteringSpec.KMeans(2, 10, 1)).toArray()).isNotEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneThreadAndEightGiveTheSameLabels(ClusteringSpec spec) {
        Matrix x = moons(100);

        assertThat(cluster(8, x, spec)).isEqualTo(cluster(1, x, spec));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void slicesThatAreAllTheSameAreOneClusterWithoutNaN(ClusteringSpec spec) {
        Labels labels = cluster(2, new Matrix(20, 3), spec);

        assertThat(labels.sizes().stream().mapToInt(Integer::intValue).sum()).isEqualTo(20);
        assertThat(labels.clusters()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aFewSlicesAreEnough(ClusteringSpec spec) {
        Matrix x = new Matrix(4, 1, new double[] {0, 0.01, 5, 9});

        assertThat(cluster(1, x, spec).size()).isEqualTo(4);
    }

    @Test
    void separateGroupsAreFoundEvenIfNoNeighbourJoinsThem() {
        Matrix x = new Matrix(60, 1);
        for (int i = 0; i < 60; i++) {
            x.set(i, 0, i / 20 * 1000 + i % 20);
        }

        assertThat(cluster(1, x, new ClusteringSpec.Spectral(3, 5, 10, 1)).sizes())
                .containsExactly(20, 20, 20);
    }

    @Test
    void wrongParametersAreRefusedInOneSentence() {
        assertThatThrownBy(() -> new ClusteringSpec.Dbscan(-1, 5)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ClusteringSpec.Dbscan(Double.NaN, 5)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new ClusteringSpec.Dbscan(1, 0)).hasMessageContaining("least number of points");
        assertThatThrownBy(() -> new ClusteringSpec.Spectral(2, 0, 1, 1)).hasMessageContaining("neighbours");
        assertThatThrownBy(() -> new ClusteringSpec.GaussianMixture(1, 1, 1)).hasMessageContaining("clusters");
    }
}
