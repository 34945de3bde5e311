// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/**
 * k-means: greedy k-means++ starts (Arthur and Vassilvitskii 2007, several candidates a step), Lloyd's iterations to a
 * fixed point. Every restart has its own random stream, so that the number of threads changes nothing.
 */
final class KMeans {
    private static final int MOST_ITERATIONS = 1000;

    private static final class Fit {
        private final int[] labels;
        private final double inertia;

        Fit(int[] labels, double inertia) {
            this.labels = labels;
            this.inertia = inertia;
        }
    }

    private final double[] x;
    private final int n;
    private final int d;
    private final ClusteringSpec.KMeans spec;
    private final Workers workers;

    KMeans(Matrix matrix, ClusteringSpec.KMeans spec, Workers workers) {
        this.x = matrix.toRowMajor();
        this.n = matrix.rows();
        this.d = matrix.columns();
        this.spec = spec;
        this.workers = workers;
    }

    int[] fit(Monitor monitor) {
        AtomicInteger done = new AtomicInteger();
        List<Fit> fits = workers.map(spec.restarts(), restart -> {
            Fit fit = once(new SplittableRandom(spec.seed() * 0x9E3779B97F4A7C15L + restart), monitor);
            monitor.progress(done.incrementAndGet() / (double) spec.restarts(), "k-means");
            return fit;
        });
        Fit best = fits.get(0);
        for (Fit fit : fits) {
            if (fit.inertia < best.inertia) {
                best = fit;
            }
        }
        return best.labels;
    }

    private Fit once(SplittableRandom random, Monitor monitor) {
        double[] centres = start(random);
        int k = centres.length / d;
        int[] labels = new int[n];
        Arrays.fill(labels, -1);
        double[] distances = new double[n];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            monitor.check();
            if (!assign(centres, k, labels, distances)) {
                break;
            }
            move(centres, k, labels, distances);
        }
        double inertia = 0;
        for (double distance : distances) {
            inertia += distance;
        }
        return new Fit(labels, inertia);
    }

    private double[] start(SplittableRandom random) {
        int k = spec.clusters();
        int candidates = 2 + (int) Math.log(k);
        double[] centres = new double[k * d];
        copyPoint(random.nextInt(n), centres, 0);
        double[] nearest = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            nearest[i] = squared(i, centres, 0);
            total += nearest[i];
        }
        double[] best = new double[n];
        double[] trial = new double[n];
        for (int c = 1; c < k; c++) {
            if (!(total > 0)) {
                return Arrays.copyOf(centres, c * d);
            }
            double lowest = Double.POSITIVE_INFINITY;
            int chosen = 0;
            for (int t = 0; t < candidates; t++) {
                int point = draw(random.nextDouble() * total, nearest);
                copyPoint(point, centres, c);
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    trial[i] = Math.min(nearest[i], squared(i, centres, c));
                    sum += trial[i];
                }
                if (sum < lowest) {
                    lowest = sum;
                    chosen = point;
                    double[] swap = best;
                    best = trial;
                    trial = swap;
                }
            }
            copyPoint(chosen, centres, c);
            System.arraycopy(best, 0, nearest, 0, n);
            total = lowest;
        }
        return centres;
    }

    private int draw(double target, double[] weights) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] > 0) {
                sum += weights[i];
                last = i;
                if (sum > target) {
                    return i;
                }
            }
        }
        return last;
    }

    private void copyPoint(int point, double[] centres, int centre) {
        System.arraycopy(x, point * d, centres, centre * d, d);
    }

    private double squared(int point, double[] centres, int centre) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double distance = x[point * d + j] - centres[centre * d + j];
            sum += distance * distance;
        }
        return sum;
    }

    private boolean assign(double[] centres, int k, int[] labels, double[] distances) {
        boolean changed = false;
        for (int i = 0; i < n; i++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double distance = squared(i, centres, c);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            changed |= labels[i] != nearest;
            labels[i] = nearest;
            distances[i] = least;
        }
        return changed;
    }

    /** Centres become means; an empty cluster takes the point farthest from its centre. */
    private void move(double[] centres, int k, int[] labels, double[] distances) {
        int[] sizes = new int[k];
        Arrays.fill(centres, 0);
        for (int i = 0; i < n; i++) {
            sizes[labels[i]]++;
            for (int j = 0; j < d; j++) {
                centres[labels[i] * d + j] += x[i * d + j];
            }
        }
        for (int c = 0; c < k; c++) {
            if (sizes[c] > 0) {
                for (int j = 0; j < d; j++) {
                    centres[c * d + j] /= sizes[c];
                }
            } else {
                int farthest = 0;
                for (int i = 1; i < n; i++) {
                    farthest = distances[i] > distances[farthest] ? i : farthest;
                }
                distances[farthest] = 0;
                copyPoint(farthest, centres, c);
            }
        }
    }
}
