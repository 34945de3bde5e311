// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.Labels;

/** The common refinement of clusterings: slices are in one cell if they share a cluster in each. Immutable. */
final class Refinement {
    private final int[] cells;
    private final int count;
    private final int clusterings;

    private Refinement(int[] cells, int count, int clusterings) {
        this.cells = cells;
        this.count = count;
        this.clusterings = clusterings;
    }

    /**
     * The refinement of the first clustering and of as many that follow as stay within a number of cells.
     *
     * @param all of the same slices, one clustering or more, none without a cluster
     * @param most cells, unless the first clustering alone has more
     */
    static Refinement of(List<Labels> all, int most) {
        Refinement refinement = new Refinement(all.get(0).toArray(), all.get(0).clusters(), 1);
        for (Labels next : all.subList(1, all.size())) {
            Refinement finer = refinement.with(next);
            if (finer.count > most) {
                break;
            }
            refinement = finer;
        }
        return refinement;
    }

    private Refinement with(Labels next) {
        Map<Long, Integer> known = new HashMap<>();
        int[] finer = new int[cells.length];
        for (int i = 0; i < finer.length; i++) {
            long both = (long) cells[i] * next.clusters() + next.get(i);
            finer[i] = known.computeIfAbsent(both, cell -> known.size());
        }
        return new Refinement(finer, known.size(), clusterings + 1);
    }

    /** How many clusterings it refines. */
    int clusterings() {
        return clusterings;
    }

    /** The slices ordered by cell. */
    int[] order() {
        return IntStream.range(0, cells.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(cells[a], cells[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Slices a cell. */
    List<Integer> sizes() {
        Integer[] sizes = new Integer[count];
        Arrays.fill(sizes, 0);
        for (int cell : cells) {
            sizes[cell]++;
        }
        return List.of(sizes);
    }

    /**
     * Sums to the clusters of one of the clusterings.
     *
     * @param toCell sums to cells, cell x place
     */
    double[][] united(double[][] toCell, Labels labels) {
        int[] clusterOf = new int[count];
        for (int i = 0; i < cells.length; i++) {
            clusterOf[cells[i]] = labels.get(i);
        }
        double[][] toCluster = new double[labels.clusters()][cells.length];
        for (int cell = 0; cell < count; cell++) {
            double[] total = toCluster[clusterOf[cell]];
            double[] share = toCell[cell];
            for (int i = 0; i < total.length; i++) {
                total[i] += share[i];
            }
        }
        return toCluster;
    }
}
