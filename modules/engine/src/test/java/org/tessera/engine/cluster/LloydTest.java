// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Squares;

/** The accelerated iterations against plain ones, to the last bit. */
class LloydTest {
    /** Points of several kinds: clouds, a lattice with many ties, many that coincide. */
    private static Matrix points(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 50 + random.nextInt(400);
        int d = 1 + random.nextInt(7);
        Matrix x = new Matrix(n, d);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x.set(
                        i,
                        j,
                        switch (seed % 3) {
                            case 0 -> random.nextGaussian() + 5 * (i % 4);
                            case 1 -> random.nextInt(4);
                            default -> i % 5 == 0 ? random.nextDouble() : 0.25;
                        });
            }
        }
        return x;
    }

    private static double[] rows(Squares points, int n) {
        double[] rows = new double[n * points.width()];
        for (int i = 0; i < n; i++) {
            points.copyPoint(i, rows, i * points.width());
        }
        return rows;
    }

    /** Lloyd's iterations as in the textbook. */
    private static int[] plain(double[] rows, int width, double[] centres) {
        int n = rows.length / width;
        int k = centres.length / width;
        int[] labels = new int[n];
        Arrays.fill(labels, -1);
        double[] distances = new double[n];
        while (true) {
            int[] nearest = new int[n];
            for (int i = 0; i < n; i++) {
                distances[i] = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double square = Squares.between(rows, i * width, centres, c * width, width);
                    if (square < distances[i]) {
                        distances[i] = square;
                        nearest[i] = c;
                    }
                }
            }
            if (Arrays.equals(nearest, labels)) {
                return labels;
            }
            labels = nearest;
            int[] sizes = new int[k];
            Arrays.fill(centres, 0);
            for (int i = 0; i < n; i++) {
                sizes[labels[i]]++;
                for (int j = 0; j < width; j++) {
                    centres[labels[i] * width + j] += rows[i * width + j];
                }
            }
            for (int c = 0; c < k; c++) {
                int farthest = 0;
                for (int i = 1; i < n; i++) {
                    farthest = distances[i] > distances[farthest] ? i : farthest;
                }
                for (int j = 0; j < width; j++) {
                    centres[c * width + j] =
                            sizes[c] > 0 ? centres[c * width + j] / sizes[c] : rows[farthest * width + j];
                }
                if (sizes[c] == 0) {
                    distances[farthest] = 0;
                }
            }
        }
    }

    @Test
    void boundsChangeNoBitOfLabelsAndInertia() {
        for (int seed = 0; seed < 300; seed++) {
            Matrix x = points(seed);
            Squares points = new Squares(x.toColumns());
            double[] rows = rows(points, x.rows());
            int k = 2 + seed % 9;
            double[] centres = new double[k * points.width()];
            SplittableRandom random = new SplittableRandom(seed);
            for (int c = 0; c < k; c++) {
                // far outside now and then, so that clusters become empty
                points.copyPoint(random.nextInt(x.rows()), centres, c * points.width());
                centres[c * points.width()] += c % 4 == 3 ? 100 : 0;
            }
            double[] theirs = centres.clone();
            Lloyd lloyd = new Lloyd(points, rows, centres);

            double inertia = lloyd.run(Monitor.none());

            int[] expected = plain(rows, points.width(), theirs);
            assertThat(lloyd.labels()).as("seed %s", seed).isEqualTo(expected);
            assertThat(centres).as("seed %s", seed).isEqualTo(theirs);
            double sum = 0;
            for (int i = 0; i < expected.length; i++) {
                sum += Squares.between(rows, i * points.width(), theirs, expected[i] * points.width(), points.width());
            }
            assertThat(inertia).isEqualTo(sum);
        }
    }
}
