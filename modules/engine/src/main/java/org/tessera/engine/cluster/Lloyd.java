// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.Squares;

/**
 * Lloyd's iterations to a fixed point, accelerated by Hamerly's bounds (2010): a point whose distance to its centre is known
 * to be less than that to any other is not measured, and of the others only near centres are. Bounds only decide what is left out, with room for rounding, so labels
 * and centres are those of the plain iterations to the last bit. One thread.
 */
final class Lloyd {
    private static final int MOST_ITERATIONS = 1000;
    /** Up to so many centres it is faster to measure all of them. */
    private static final int FEW = 6;

    private static final double ROOM = 1 + 1e-9;
    private static final double LEAST_ROOM = 1e-12;

    private final Squares points;
    private final double[] rows;
    private final int n;
    private final int width;
    private final double[] centres;
    private final int k;
    private final int[] labels;
    private final double[] upper;
    private final double[] lower;
    private final boolean[] changed;
    private final int[] left;
    private double room;

    /**
     * Iterations from a start.
     *
     * @param points all of them
     * @param rows the same, point after point, {@link Squares#width()} values each; not changed
     * @param centres to start from, one after the other; changed
     */
    Lloyd(Squares points, double[] rows, double[] centres) {
        this.points = points;
        this.rows = rows;
        this.width = points.width();
        this.n = rows.length / width;
        this.centres = centres;
        this.k = centres.length / width;
        this.labels = new int[n];
        this.upper = new double[n];
        this.lower = new double[n];
        this.changed = new boolean[k];
        this.left = new int[n + 1];
    }

    int[] labels() {
        return labels;
    }

    /** Runs to the fixed point; returns the inertia. */
    double run(Monitor monitor) {
        measureAll();
        Arrays.fill(changed, true);
        boolean moves = true;
        double[] before = new double[centres.length];
        for (int iteration = 1; moves && iteration < MOST_ITERATIONS; iteration++) {
            monitor.check();
            System.arraycopy(centres, 0, before, 0, before.length);
            move(before);
            Arrays.fill(changed, false);
            moves = k <= FEW ? assignAll() : assign(before);
        }
        double inertia = 0;
        for (int i = 0; i < n; i++) {
            inertia += squares(i, labels[i], centres);
        }
        return inertia;
    }

    /** Each point to its nearest centre, the first on a tie. */
    private void measureAll() {
        double[] nearest = new double[n];
        double[] second = new double[n];
        double[] trial = new double[n];
        points.from(centres, 0, nearest);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
        for (int c = 1; c < k; c++) {
            points.from(centres, c * width, trial);
            for (int i = 0; i < n; i++) {
                second[i] = Math.min(second[i], Math.max(nearest[i], trial[i]));
            }
            for (int i = 0; i < n; i++) {
                boolean nearer = trial[i] < nearest[i];
                labels[i] = nearer ? c : labels[i];
                nearest[i] = nearer ? trial[i] : nearest[i];
            }
        }
        for (int i = 0; i < n; i++) {
            upper[i] = Math.sqrt(nearest[i]);
            lower[i] = Math.sqrt(second[i]);
            room = Math.max(room, LEAST_ROOM * upper[i]);
        }
    }

    /** Each point to its nearest centre, measured from all: for few centres faster than to look which can be left out. */
    private boolean assignAll() {
        points.from(centres, 0, lower);
        Arrays.fill(left, 0, n, 0);
        for (int c = 1; c < k; c++) {
            points.from(centres, c * width, upper);
            for (int i = 0; i < n; i++) {
                boolean nearer = upper[i] < lower[i];
                left[i] = nearer ? c : left[i];
                lower[i] = nearer ? upper[i] : lower[i];
            }
        }
        boolean any = false;
        for (int i = 0; i < n; i++) {
            if (left[i] != labels[i]) {
                changed[left[i]] = true;
                changed[labels[i]] = true;
                labels[i] = left[i];
                any = true;
            }
        }
        return any;
    }

    /** Centres become means, those alone whose points have changed; an empty cluster takes the farthest point. */
    private void move(double[] before) {
        int[] sizes = new int[k];
        for (int c = 0; c < k; c++) {
            if (changed[c]) {
                Arrays.fill(centres, c * width, (c + 1) * width, 0);
            }
        }
        for (int i = 0; i < n; i++) {
            int label = labels[i];
            sizes[label]++;
            if (changed[label]) {
                int to = label * width;
                int from = i * width;
                for (int j = 0; j < width; j++) {
                    centres[to + j] += rows[from + j];
                }
            }
        }
        double[] distances = new double[0];
        for (int c = 0; c < k; c++) {
            if (sizes[c] == 0) {
                distances = distances.length == 0 ? distances(before) : distances;
                int farthest = 0;
                for (int i = 1; i < n; i++) {
                    farthest = distances[i] > distances[farthest] ? i : farthest;
                }
                distances[farthest] = 0;
                System.arraycopy(rows, farthest * width, centres, c * width, width);
            } else if (changed[c]) {
                for (int j = 0; j < width; j++) {
                    centres[c * width + j] /= sizes[c];
                }
            }
        }
    }

    private double[] distances(double[] from) {
        double[] distances = new double[n];
        for (int i = 0; i < n; i++) {
            distances[i] = squares(i, labels[i], from);
        }
        return distances;
    }

    /** Whether a label has changed. */
    private boolean assign(double[] before) {
        double[] drift = new double[k];
        int farthest = 0;
        for (int c = 0; c < k; c++) {
            drift[c] = Math.sqrt(squares(before, c, centres, c));
            farthest = drift[c] > drift[farthest] ? c : farthest;
        }
        double[] loosened = new double[k];
        Arrays.fill(loosened, drift[farthest]);
        loosened[farthest] = 0;
        for (int c = 0; c < k; c++) {
            loosened[farthest] = c == farthest ? loosened[farthest] : Math.max(loosened[farthest], drift[c]);
        }
        Nearby nearby = new Nearby();
        int open = 0;
        for (int i = 0; i < n; i++) {
            int label = labels[i];
            upper[i] += drift[label];
            lower[i] -= loosened[label];
            left[open] = i;
            // no branch, which would be guessed wrong too often
            open += upper[i] * ROOM + room >= Math.max(nearby.half[label], lower[i]) ? 1 : 0;
        }
        boolean any = false;
        for (int o = 0; o < open; o++) {
            int i = left[o];
            int label = labels[i];
            double squares = squares(i, label, centres);
            upper[i] = Math.sqrt(squares);
            if (upper[i] * ROOM + room >= Math.max(nearby.half[label], lower[i])) {
                any |= measure(i, squares, nearby);
            }
        }
        return any;
    }

    /** The other centres of each centre, nearest first. */
    private final class Nearby {
        private final double[] half = new double[k];
        private final int[][] others = new int[k][k - 1];
        private final double[][] apart = new double[k][k - 1];

        Nearby() {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    if (a != b) {
                        insert(a, b, Math.sqrt(squares(centres, a, centres, b)), b < a ? b : b - 1);
                    }
                }
                half[a] = k == 1 ? Double.POSITIVE_INFINITY : apart[a][0] / 2;
            }
        }

        private void insert(int a, int b, double distance, int count) {
            int at = count;
            for (; at > 0 && apart[a][at - 1] > distance; at--) {
                apart[a][at] = apart[a][at - 1];
                others[a][at] = others[a][at - 1];
            }
            apart[a][at] = distance;
            others[a][at] = b;
        }
    }

    /**
     * Finds the nearest centre among those that can be it or the second: within twice the point's distance to its centre and
     * that centre's distance to its nearest (Newling and Fleuret 2016).
     *
     * @param own squared distance of the point to its centre
     */
    private boolean measure(int i, double own, Nearby nearby) {
        int before = labels[i];
        double[] apart = nearby.apart[before];
        int[] others = nearby.others[before];
        double reach = 2 * (upper[i] + nearby.half[before]) * ROOM + room;
        int label = before;
        double nearest = own;
        double second = Double.POSITIVE_INFINITY;
        for (int o = 0; o < others.length && apart[o] <= reach; o++) {
            int c = others[o];
            double squares = squares(i, c, centres);
            if (squares < nearest || (squares == nearest && c < label)) {
                second = nearest;
                nearest = squares;
                label = c;
            } else {
                second = Math.min(second, squares);
            }
        }
        upper[i] = Math.sqrt(nearest);
        lower[i] = Math.sqrt(second);
        if (label == before) {
            return false;
        }
        changed[label] = true;
        changed[before] = true;
        labels[i] = label;
        return true;
    }

    private double squares(int point, int centre, double[] of) {
        return Squares.between(rows, point * width, of, centre * width, width);
    }

    private double squares(double[] one, int a, double[] other, int b) {
        return Squares.between(one, a * width, other, b * width, width);
    }
}
