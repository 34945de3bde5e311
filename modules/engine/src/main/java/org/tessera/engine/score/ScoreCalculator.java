// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** All scores of a clustering, in every space. */
public final class ScoreCalculator {
    private final Silhouette silhouette;

    /** @param workers the threads that work */
    public ScoreCalculator(Workers workers) {
        this.silhouette = new Silhouette(workers);
    }

    /** The scores of one clustering, exact. */
    public Scores of(Map<Space, Matrix> spaces, Labels labels, Monitor monitor) {
        return ofAll(spaces, List.of(labels), null, monitor).get(0).scores();
    }

    /**
     * A sample of rows without repetition.
     *
     * @param size no more than {@code rows}
     * @return ascending
     */
    public static int[] sample(int rows, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[size];
        int taken = 0;
        for (int row = 0; taken < size; row++) {
            // selection sampling (Knuth, The Art of Computer Programming, vol. 2, 3.4.2, algorithm S)
            if (random.nextInt(rows - row) < size - taken) {
                chosen[taken++] = row;
            }
        }
        return chosen;
    }

    /**
     * Scores clusterings of the same slices, which measures their distances once.
     *
     * @param spaces the matrix of each space, the same rows; the same object for two spaces is scored once
     * @param clusterings labels of those rows, none without a cluster
     * @param sample the rows whose silhouette is averaged, which is then called a sampled one; null for all
     * @return for each clustering its scores, and the silhouettes of the rows in the clustered space
     */
    public List<Scored> ofAll(
            Map<Space, Matrix> spaces, List<Labels> clusterings, int @Nullable [] sample, Monitor monitor) {
        IdentityHashMap<Matrix, List<InSpace>> known = new IdentityHashMap<>();
        List<Scores.Builder> scores =
                clusterings.stream().map(labels -> new Scores.Builder()).toList();
        for (Space space : Space.values()) {
            Matrix x = spaces.get(space);
            if (x != null) {
                List<InSpace> ofSpace =
                        known.computeIfAbsent(x, matrix -> inSpace(matrix, clusterings, sample, monitor));
                for (int i = 0; i < ofSpace.size(); i++) {
                    Scores.Builder own = scores.get(i);
                    ofSpace.get(i).scores.forEach((metric, value) -> {
                        if (metric != Metric.INERTIA || space == Space.CLUSTERED) {
                            own.put(new ScoreName(metric, space), value);
                        }
                    });
                }
            }
        }
        List<InSpace> clustered = known.get(spaces.get(Space.CLUSTERED));
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < clusterings.size(); i++) {
            scored.add(new Scored(
                    scores.get(i).build(), clustered == null ? SliceScores.NONE : clustered.get(i).silhouettes));
        }
        return scored;
    }

    /** The scores of a clustering in one space. */
    private static final class InSpace {
        private final Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        private SliceScores silhouettes = SliceScores.NONE;
    }

    private List<InSpace> inSpace(Matrix x, List<Labels> clusterings, int @Nullable [] sample, Monitor monitor) {
        List<InSpace> all = new ArrayList<>();
        List<Labels> several = new ArrayList<>();
        List<InSpace> ofSeveral = new ArrayList<>();
        for (Labels labels : clusterings) {
            monitor.check();
            InSpace own = new InSpace();
            Clusters clusters = new Clusters(x, labels);
            own.scores.put(Metric.INERTIA, clusters.within());
            int k = labels.clusters();
            if (k >= 2 && k < x.rows()) {
                several.add(labels);
                ofSeveral.add(own);
                own.scores.put(Metric.DAVIES_BOULDIN, clusters.daviesBouldin());
                own.scores.put(Metric.CALINSKI_HARABASZ, clusters.calinskiHarabasz());
            }
            all.add(own);
        }
        if (sample == null) {
            List<double[]> each = silhouette.ofEach(x, several, monitor);
            for (int i = 0; i < each.size(); i++) {
                ofSeveral.get(i).scores.put(Metric.SILHOUETTE, mean(each.get(i)));
                ofSeveral.get(i).silhouettes = SliceScores.of(each.get(i));
            }
        } else {
            for (int i = 0; i < several.size(); i++) {
                ofSeveral
                        .get(i)
                        .scores
                        .put(Metric.SILHOUETTE_SAMPLED, mean(silhouette.ofSome(x, several.get(i), sample, monitor)));
            }
        }
        return all;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Centres and spreads of clusters in one space. */
    private static final class Clusters {
        private final Matrix x;
        private final Labels labels;
        private final double[][] centres;

        Clusters(Matrix x, Labels labels) {
            this.x = x;
            this.labels = labels;
            this.centres = new double[labels.clusters()][x.columns()];
            for (int i = 0; i < x.rows(); i++) {
                for (int j = 0; j < x.columns(); j++) {
                    centres[labels.get(i)][j] += x.get(i, j);
                }
            }
            for (int c = 0; c < centres.length; c++) {
                for (int j = 0; j < x.columns(); j++) {
                    centres[c][j] /= labels.sizes().get(c);
                }
            }
        }

        double within() {
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += squared(i, centres[labels.get(i)]);
            }
            return sum;
        }

        /** The mean over clusters of the worst (spread a + spread b) / distance; undefined if two centres coincide. */
        double daviesBouldin() {
            int k = centres.length;
            double[] spread = new double[k];
            for (int i = 0; i < x.rows(); i++) {
                spread[labels.get(i)] += Math.sqrt(squared(i, centres[labels.get(i)]));
            }
            for (int c = 0; c < k; c++) {
                spread[c] /= labels.sizes().get(c);
            }
            double sum = 0;
            for (int a = 0; a < k; a++) {
                double worst = 0;
                for (int b = 0; b < k; b++) {
                    if (a != b) {
                        worst = Math.max(worst, (spread[a] + spread[b]) / Math.sqrt(squared(centres[a], centres[b])));
                    }
                }
                sum += worst;
            }
            return sum / k;
        }

        /** (between / (k - 1)) / (within / (n - k)); undefined if every cluster is one point. */
        double calinskiHarabasz() {
            int n = x.rows();
            int k = centres.length;
            double[] mean = new double[x.columns()];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += x.get(i, j);
                }
            }
            for (int j = 0; j < mean.length; j++) {
                mean[j] /= n;
            }
            double between = 0;
            for (int c = 0; c < k; c++) {
                between += labels.sizes().get(c) * squared(centres[c], mean);
            }
            return (between / (k - 1)) / (within() / (n - k));
        }

        private double squared(int row, double[] centre) {
            double sum = 0;
            for (int j = 0; j < centre.length; j++) {
                double distance = x.get(row, j) - centre[j];
                sum += distance * distance;
            }
            return sum;
        }

        private static double squared(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - b[j]) * (a[j] - b[j]);
            }
            return sum;
        }
    }
}
