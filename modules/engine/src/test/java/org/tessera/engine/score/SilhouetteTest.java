// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

class SilhouetteTest {
    @ParameterizedTest
    @CsvSource({"2,1,2", "7,2,3", "300,3,2", "700,4,5", "1030,6,3", "513,7,9"})
    void agreesWithTheDefinitionOnAnyShapeAndNumberOfThreads(int n, int d, int k) {
        SplittableRandom random = new SplittableRandom(n);
        double[] values = random.doubles((long) n * d, -3, 5).toArray();
        int[] raw = new int[n];
        for (int i = 0; i < n; i++) {
            raw[i] = i < k ? i : Math.min(k - 1, (int) (random.nextDouble() * random.nextDouble() * k));
        }
        Labels labels = Labels.canonical(raw);
        Matrix x = new Matrix(n, d, values);
        try (Workers one = new Workers(1);
                Workers eight = new Workers(8)) {
            double[] computed = new Silhouette(one).ofEach(x, labels, Monitor.none());
            double[] byEight = new Silhouette(eight).ofEach(x, labels, Monitor.none());

            assertThat(byEight).as("to the last bit").isEqualTo(computed);
            for (int i = 0; i < n; i++) {
                assertThat(computed[i]).isCloseTo(byDefinition(x, labels, i), within(1e-12));
            }
        }
    }

    private static double byDefinition(Matrix x, Labels labels, int i) {
        double[] sums = new double[labels.clusters()];
        for (int j = 0; j < x.rows(); j++) {
            double squares = 0;
            for (int c = 0; c < x.columns(); c++) {
                squares += (x.get(i, c) - x.get(j, c)) * (x.get(i, c) - x.get(j, c));
            }
            sums[labels.get(j)] += Math.sqrt(squares);
        }
        int own = labels.get(i);
        if (labels.sizes().get(own) == 1) {
            return 0;
        }
        double within = sums[own] / (labels.sizes().get(own) - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            if (c != own) {
                nearest = Math.min(nearest, sums[c] / labels.sizes().get(c));
            }
        }
        return (nearest - within) / Math.max(within, nearest);
    }
}
