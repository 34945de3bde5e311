// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.score.Contingency;

/**
 * Which cluster of a reference each cluster of another partition is: the assignment, each cluster once, under which most
 * slices, or pixels, keep their cluster.
 *
 * @param matches for each cluster the one of the reference, or -1 for one that is new
 * @param splitFrom for each cluster that is new the one of the reference from which more than half of it comes; -1 for none, and
 *     for one that is matched
 * @param kept the share of what both label that keeps its cluster, 0..1; 1 where nothing is labelled by both
 */
public record Alignment(List<Integer> matches, List<Integer> splitFrom, double kept) {
    public Alignment {
        matches = List.copyOf(matches);
        splitFrom = List.copyOf(splitFrom);
    }

    /** @param table of a partition's clusters and the reference's */
    public static Alignment of(Contingency table) {
        int clusters = table.clusters();
        int references = table.classes();
        double[][] costs = new double[clusters][references];
        for (int c = 0; c < clusters; c++) {
            for (int r = 0; r < references; r++) {
                costs[c][r] = -table.count(c, r);
            }
        }
        int[] assigned = assign(costs, clusters, references);
        List<Integer> matches = new ArrayList<>();
        List<Integer> splitFrom = new ArrayList<>();
        double kept = 0;
        for (int c = 0; c < clusters; c++) {
            int match = assigned[c];
            boolean shared = match >= 0 && table.count(c, match) > 0;
            matches.add(shared ? match : -1);
            splitFrom.add(shared ? -1 : moreThanHalf(table, c));
            kept += shared ? table.count(c, match) : 0;
        }
        return new Alignment(matches, splitFrom, table.slices() == 0 ? 1 : kept / table.slices());
    }

    private static int moreThanHalf(Contingency table, int cluster) {
        long all = 0;
        for (int r = 0; r < table.classes(); r++) {
            all += table.count(cluster, r);
        }
        for (int r = 0; r < table.classes(); r++) {
            if (2 * table.count(cluster, r) > all) {
                return r;
            }
        }
        return -1;
    }

    /**
     * The cheapest assignment of rows to columns, each once; -1 for a row that gets none. The Hungarian method with potentials
     * (Kuhn 1955, Munkres 1957, in the form of Jonker and Volgenant 1987), of the order of rows x rows x columns.
     */
    private static int[] assign(double[][] costs, int rows, int columns) {
        int size = Math.max(rows, columns);
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            int[] before = new int[size + 1];
            double[] least = new double[size + 1];
            boolean[] done = new boolean[size + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            rowOf[0] = row;
            int column = 0;
            do {
                done[column] = true;
                int from = rowOf[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= size; j++) {
                    if (!done[j]) {
                        double cost = from <= rows && j <= columns ? costs[from - 1][j - 1] : 0;
                        double reduced = cost - rowPotential[from] - columnPotential[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            before[j] = column;
                        }
                        if (least[j] < step) {
                            step = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= size; j++) {
                    if (done[j]) {
                        rowPotential[rowOf[j]] += step;
                        columnPotential[j] -= step;
                    } else {
                        least[j] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            } while (column != 0);
        }
        int[] assigned = new int[rows];
        Arrays.fill(assigned, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] >= 1 && rowOf[j] <= rows) {
                assigned[rowOf[j] - 1] = j - 1;
            }
        }
        return assigned;
    }
}
