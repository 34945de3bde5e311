// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Neighbours;
import org.tessera.engine.transform.Squares;
import smile.clustering.DBSCAN;
import smile.neighbor.Neighbor;
import smile.neighbor.RNNSearch;

/**
 * DBSCAN (Ester, Kriegel, Sander and Xu 1996) by Smile, over an exact search of neighbours that can be cancelled. A slice
 * counts among its own neighbours, as in the paper.
 */
final class DensityClustering {
    private DensityClustering() {}

    /**
     * Cluster of each row, {@link Labels#NONE} for noise.
     *
     * @param spec with an eps, see {@link #eps}
     */
    static int[] cluster(Matrix x, ClusteringSpec.Dbscan spec, Monitor monitor) {
        Squares points = new Squares(x.toColumns());
        Integer[] rows = IntStream.range(0, x.rows()).boxed().toArray(Integer[]::new);
        DBSCAN<Integer> fitted = DBSCAN.fit(rows, new Search(points, x.rows(), monitor), spec.minPoints(), spec.eps());
        return Arrays.stream(fitted.y)
                .map(label -> label < fitted.k ? label : Labels.NONE)
                .toArray();
    }

    /**
     * The radius that the data suggest: at the knee of the sorted distances to the last neighbour a core needs (the k-dist
     * graph of the paper), which is where the curve is farthest from the line between its ends. 1 where all coincide.
     */
    static double eps(Matrix x, int minPoints, Workers workers, Monitor monitor) {
        int count = Math.max(1, Math.min(minPoints - 1, x.rows() - 1));
        if (x.rows() < 2) {
            return 1;
        }
        Neighbours neighbours = Neighbours.of(x, count, workers, monitor);
        double[] sorted = IntStream.range(0, x.rows())
                .mapToDouble(i -> neighbours.distance(i, count - 1))
                .sorted()
                .toArray();
        double rise = sorted[sorted.length - 1] - sorted[0];
        int knee = 0;
        double farthest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.length; i++) {
            double below = i / (double) (sorted.length - 1) * rise - (sorted[i] - sorted[0]);
            if (below > farthest) {
                farthest = below;
                knee = i;
            }
        }
        return sorted[knee] > 0 ? sorted[knee] : sorted[sorted.length - 1] > 0 ? sorted[sorted.length - 1] : 1;
    }

    /** All rows within a radius of a row. */
    private static final class Search implements RNNSearch<Integer, Integer> {
        private final Squares points;
        private final double[] squares;
        private final double[] point;
        private final Monitor monitor;

        Search(Squares points, int count, Monitor monitor) {
            this.points = points;
            this.squares = new double[count];
            this.point = new double[points.width()];
            this.monitor = monitor;
        }

        @Override
        public void search(Integer row, double radius, List<Neighbor<Integer, Integer>> found) {
            monitor.check();
            points.copyPoint(row, point, 0);
            points.from(point, 0, squares);
            for (int i = 0; i < squares.length; i++) {
                if (squares[i] <= radius * radius) {
                    found.add(new Neighbor<>(i, i, i, Math.sqrt(squares[i])));
                }
            }
        }
    }
}
