// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.Matrix;

/** Single linkage as the minimum spanning tree (Prim 1957; Gower and Ross 1969): O(n^2) time, O(n) memory. */
final class MinimumSpanningTree {
    private MinimumSpanningTree() {}

    static Merges merges(Matrix x, Monitor monitor) {
        int n = x.rows();
        double[][] columns = x.toColumns();
        int[] left = new int[n];
        Arrays.setAll(left, i -> i);
        double[] nearest = new double[n];
        int[] to = new int[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] squares = new double[n];
        Merges merges = new Merges(n);
        int current = 0;
        int count = n;
        while (count > 1) {
            monitor.check();
            count = takeOut(current, left, columns, nearest, to, count);
            int row = left[count];
            squaredDistances(columns, count, squares);
            int best = 0;
            for (int i = 0; i < count; i++) {
                if (squares[i] < nearest[i]) {
                    nearest[i] = squares[i];
                    to[i] = row;
                }
                best = nearest[i] < nearest[best] ? i : best;
            }
            merges.add(left[best], to[best], nearest[best]);
            current = best;
            if (merges.count() % 256 == 0) {
                monitor.progress(merges.count() / (double) n, "hierarchical");
            }
        }
        return merges;
    }

    /** Moves a row behind the rows that are left, so that these stay together; returns how many are left. */
    private static int takeOut(int place, int[] left, double[][] columns, double[] nearest, int[] to, int count) {
        int last = count - 1;
        int row = left[place];
        left[place] = left[last];
        left[last] = row;
        nearest[place] = nearest[last];
        to[place] = to[last];
        for (double[] column : columns) {
            double value = column[place];
            column[place] = column[last];
            column[last] = value;
        }
        return last;
    }

    private static void squaredDistances(double[][] columns, int point, double[] squares) {
        double[] first = columns[0];
        double own = first[point];
        for (int i = 0; i < point; i++) {
            double distance = first[i] - own;
            squares[i] = distance * distance;
        }
        for (int c = 1; c < columns.length; c++) {
            double[] column = columns[c];
            double value = column[point];
            for (int i = 0; i < point; i++) {
                double distance = column[i] - value;
                squares[i] += distance * distance;
            }
        }
    }
}
