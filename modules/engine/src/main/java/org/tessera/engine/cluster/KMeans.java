// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Squares;

/**
 * k-means: greedy k-means++ starts (Arthur and Vassilvitskii 2007, several candidates a step), {@link Lloyd}'s iterations to
 * a fixed point. Every restart has its own random stream, so that the number of threads changes nothing.
 */
final class KMeans {
    private static final class Fit {
        private final int[] labels;
        private final double inertia;

        Fit(int[] labels, double inertia) {
            this.labels = labels;
            this.inertia = inertia;
        }
    }

    private final Squares points;
    private final double[] rows;
    private final int n;
    private final int width;
    private final ClusteringSpec.KMeans spec;
    private final Workers workers;

    KMeans(Matrix matrix, ClusteringSpec.KMeans spec, Workers workers) {
        this.points = new Squares(matrix.toColumns());
        this.n = matrix.rows();
        this.width = points.width();
        this.rows = new double[n * width];
        for (int i = 0; i < n; i++) {
            points.copyPoint(i, rows, i * width);
        }
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
        Lloyd lloyd = new Lloyd(points, rows, start(random, monitor));
        double inertia = lloyd.run(monitor);
        return new Fit(lloyd.labels(), inertia);
    }

    private double[] start(SplittableRandom random, Monitor monitor) {
        int k = spec.clusters();
        int candidates = 2 + (int) Math.log(k);
        double[] centres = new double[k * width];
        points.copyPoint(random.nextInt(n), centres, 0);
        double[] nearest = new double[n];
        points.from(centres, 0, nearest);
        double total = sum(nearest);
        double[] best = new double[n];
        double[] trial = new double[n];
        for (int c = 1; c < k; c++) {
            monitor.check();
            if (!(total > 0)) {
                return Arrays.copyOf(centres, c * width);
            }
            double lowest = Double.POSITIVE_INFINITY;
            int chosen = 0;
            for (int t = 0; t < candidates; t++) {
                int point = draw(random.nextDouble() * total, nearest);
                points.copyPoint(point, centres, c * width);
                points.from(centres, c * width, trial);
                for (int i = 0; i < n; i++) {
                    trial[i] = Math.min(nearest[i], trial[i]);
                }
                double sum = sum(trial);
                if (sum < lowest) {
                    lowest = sum;
                    chosen = point;
                    double[] swap = best;
                    best = trial;
                    trial = swap;
                }
            }
            points.copyPoint(chosen, centres, c * width);
            System.arraycopy(best, 0, nearest, 0, n);
            total = lowest;
        }
        return centres;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
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
}
