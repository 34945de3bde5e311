// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import java.util.Arrays;

/**
 * Squared Euclidean distances from one point to many, in loops that the compiler turns into vector instructions. Features
 * come in groups of three, padded with zeros: more a loop would spill registers. Immutable; any thread.
 */
public final class Squares {
    private static final int GROUP = 3;

    private final double[][] columns;
    private final int points;

    /** @param columns feature x point; not copied, not changed */
    public Squares(double[][] columns) {
        this.points = columns.length == 0 ? 0 : columns[0].length;
        int groups = Math.max(1, (columns.length + GROUP - 1) / GROUP);
        this.columns = Arrays.copyOf(columns, groups * GROUP);
        for (int c = columns.length; c < this.columns.length; c++) {
            this.columns[c] = new double[points];
        }
    }

    /** Values a point, padding included: the length {@link #copyPoint} needs. */
    public int width() {
        return columns.length;
    }

    /** Copies a point to {@code target} from {@code at} on. */
    public void copyPoint(int point, double[] target, int at) {
        for (int c = 0; c < columns.length; c++) {
            target[at + c] = columns[c][point];
        }
    }

    /**
     * The squared distance of two points, to the last bit what {@link #from} gives.
     *
     * @param width values a point, a multiple of three, see {@link #width()}
     */
    public static double between(double[] one, int at, double[] other, int otherAt, int width) {
        double sum = 0;
        for (int c = 0; c < width; c += GROUP) {
            double a = one[at + c] - other[otherAt + c];
            double b = one[at + c + 1] - other[otherAt + c + 1];
            double d = one[at + c + 2] - other[otherAt + c + 2];
            sum += a * a + b * b + d * d;
        }
        return sum;
    }

    /** The points {@code from..to} (exclusive) alone. */
    public Squares part(int from, int to) {
        double[][] part = new double[columns.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOfRange(columns[c], from, to);
        }
        return new Squares(part);
    }

    /**
     * Sets {@code squares[i]} to the squared distance of point i, for all points.
     *
     * @param from the other point, {@link #width()} values from {@code at} on
     */
    public void from(double[] from, int at, double[] squares) {
        set(squares, points, columns[0], from[at], columns[1], from[at + 1], columns[2], from[at + 2]);
        addGroups(from, at, squares, columns.length);
    }

    /** As {@link #from}, but the distances themselves. */
    public void rootsFrom(double[] from, int at, double[] distances) {
        int last = columns.length - GROUP;
        if (last == 0) {
            Arrays.fill(distances, 0, points, 0);
        } else {
            set(distances, points, columns[0], from[at], columns[1], from[at + 1], columns[2], from[at + 2]);
        }
        addGroups(from, at, distances, last);
        rootOfSum(
                distances,
                points,
                columns[last],
                from[at + last],
                columns[last + 1],
                from[at + last + 1],
                columns[last + 2],
                from[at + last + 2]);
    }

    private void addGroups(double[] from, int at, double[] squares, int end) {
        for (int c = GROUP; c < end; c += GROUP) {
            add(
                    squares,
                    points,
                    columns[c],
                    from[at + c],
                    columns[c + 1],
                    from[at + c + 1],
                    columns[c + 2],
                    from[at + c + 2]);
        }
    }

    private static void rootOfSum(
            double[] squares, int count, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int i = 0; i < count; i++) {
            double a = p[i] - x;
            double b = q[i] - y;
            double c = r[i] - z;
            squares[i] = Math.sqrt(squares[i] + (a * a + b * b + c * c));
        }
    }

    private static void set(
            double[] squares, int count, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int i = 0; i < count; i++) {
            double a = p[i] - x;
            double b = q[i] - y;
            double c = r[i] - z;
            squares[i] = a * a + b * b + c * c;
        }
    }

    private static void add(
            double[] squares, int count, double[] p, double x, double[] q, double y, double[] r, double z) {
        for (int i = 0; i < count; i++) {
            double a = p[i] - x;
            double b = q[i] - y;
            double c = r[i] - z;
            squares[i] = squares[i] + (a * a + b * b + c * c);
        }
    }
}
