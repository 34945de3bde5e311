// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.cluster.ClusteringSpec.Hierarchical;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

class AgglomerationTest {
    /** Clouds of unequal width, some rows twice. */
    private static Matrix clouds(int n, int d, int seed, double scale) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            if (i % 17 == 16) {
                System.arraycopy(values, (i - 9) * d, values, i * d, d);
                continue;
            }
            int cloud = random.nextInt(5);
            for (int j = 0; j < d; j++) {
                values[i * d + j] =
                        scale * (7 + cloud * (j + 1) + random.nextDouble() * random.nextDouble() * (cloud + 1));
            }
        }
        return new Matrix(n, d, values);
    }

    /** Merges the two nearest clusters until {@code k} are left, with Lance and Williams' update of all distances. */
    private static Labels byDefinition(Matrix x, Linkage linkage, Distance metric, int k) {
        int n = x.rows();
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                double product = 0;
                double own = 0;
                double others = 0;
                for (int c = 0; c < x.columns(); c++) {
                    sum += (x.get(i, c) - x.get(j, c)) * (x.get(i, c) - x.get(j, c));
                    product += x.get(i, c) * x.get(j, c);
                    own += x.get(i, c) * x.get(i, c);
                    others += x.get(j, c) * x.get(j, c);
                }
                distance[i][j] = metric == Distance.COSINE
                        ? 1 - product / Math.sqrt(own * others)
                        : linkage == Linkage.AVERAGE ? Math.sqrt(sum) : sum;
            }
        }
        int[] size = new int[n];
        Arrays.fill(size, 1);
        int[] label = new int[n];
        Arrays.setAll(label, i -> i);
        for (int left = n; left > k; left--) {
            int a = -1;
            int b = -1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i && size[i] > 0; j++) {
                    if (size[j] > 0 && (a < 0 || distance[i][j] < distance[a][b])) {
                        a = i;
                        b = j;
                    }
                }
            }
            for (int o = 0; o < n; o++) {
                if (size[o] > 0 && o != a && o != b) {
                    double merged =
                            update(linkage, distance[a][o], distance[b][o], distance[a][b], size[a], size[b], size[o]);
                    distance[a][o] = merged;
                    distance[o][a] = merged;
                }
            }
            size[a] += size[b];
            size[b] = 0;
            for (int i = 0; i < n; i++) {
                label[i] = label[i] == b ? a : label[i];
            }
        }
        return Labels.canonical(label);
    }

    private static double update(Linkage linkage, double toA, double toB, double ab, int a, int b, int o) {
        return switch (linkage) {
            case COMPLETE -> Math.max(toA, toB);
            case SINGLE -> Math.min(toA, toB);
            case AVERAGE -> (a * toA + b * toB) / (a + b);
            case WARD -> ((a + o) * toA + (b + o) * toB - o * ab) / (a + b + o);
        };
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void partitionsAreThoseOfTheDefinitionOnCloudsWithEqualRows(Linkage linkage) {
        for (int seed = 1; seed <= 6; seed++) {
            for (double scale : new double[] {1, 1e5}) {
                Matrix x = clouds(260, 2 + seed % 5, seed, scale);
                int[] labels = Agglomeration.cluster(x, new Hierarchical(6, linkage), Monitor.none());
                assertThat(Labels.canonical(labels))
                        .as("seed %s, scale %s", seed, scale)
                        .isEqualTo(byDefinition(x, linkage, Distance.EUCLIDEAN, 6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Linkage.class, mode = EnumSource.Mode.EXCLUDE, names = "WARD")
    void theCosineMetricComparesDirections(Linkage linkage) {
        for (int seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Matrix x = new Matrix(150, 3, random.doubles(450, -1, 1).toArray());
            Hierarchical spec = new Hierarchical(5, linkage, Distance.COSINE);
            assertThat(Labels.canonical(Agglomeration.cluster(x, spec, Monitor.none())))
                    .as("seed %s", seed)
                    .isEqualTo(byDefinition(x, linkage, Distance.COSINE, 5));
        }
    }

    @Test
    void aSliceWithoutADirectionAndWardsLinkageAreRefusedForTheCosine() {
        Matrix x = new Matrix(3, 2, new double[] {1, 2, 0, 0, 3, 4});
        Hierarchical spec = new Hierarchical(2, Linkage.COMPLETE, Distance.COSINE);

        assertThatThrownBy(() -> Agglomeration.cluster(x, spec, Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("slice 2");
        assertThatThrownBy(() -> new Hierarchical(2, Linkage.WARD, Distance.COSINE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("euclidean");
    }

    @ParameterizedTest
    @EnumSource(value = Linkage.class, mode = EnumSource.Mode.EXCLUDE, names = "AVERAGE")
    void manyEqualSlicesAreNoTrouble(Linkage linkage) {
        int n = 20_000;
        double[] values = new double[n * 3];
        for (int i = 0; i < n; i++) {
            values[i * 3] = i % 5000 == 4999 ? i : 0.1;
            values[i * 3 + 1] = 0.3;
        }
        Labels labels = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Labels.canonical(
                        Agglomeration.cluster(new Matrix(n, 3, values), new Hierarchical(2, linkage), Monitor.none())));

        assertThat(labels.sizes().get(0) + labels.sizes().get(1)).isEqualTo(n);
        assertThat(labels.get(0)).isEqualTo(labels.get(1)).isEqualTo(labels.get(n - 2));
    }

    @Test
    void averageLinkageOfTooManySlicesIsRefusedWithTheReason() {
        Matrix x = new Matrix(AverageLinkage.MOST_ROWS + 1, 1);

        assertThatThrownBy(() -> Agglomeration.cluster(x, new Hierarchical(2, Linkage.AVERAGE), Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("16385 slices")
                .hasMessageContaining("complete");
    }
}
