// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Squares;

/**
 * Silhouette coefficients (Rousseeuw 1987), Euclidean, exact: every pair counts, once. Points are ordered by cluster and cut
 * into blocks of one cluster each; a pair of blocks adds each distance to the sum of either point, in loops that the
 * compiler turns into vector instructions. Memory is O(n k + n d). The sums are made in one fixed order, whatever the number
 * of threads.
 */
public final class Silhouette {
    private static final int BLOCK = 256;
    /** Sums of distances held at once, by each thread and in all: 16 MB. */
    private static final int MOST_SUMS = 1 << 21;

    private final Workers workers;

    /** @param workers the threads that work */
    public Silhouette(Workers workers) {
        this.workers = workers;
    }

    /**
     * The coefficient of each row, -1..1; 0 for the only member of a cluster.
     *
     * @param x slices x features
     * @param labels of the same slices, none without a cluster
     */
    public double[] ofEach(Matrix x, Labels labels, Monitor monitor) {
        return ofEach(x, List.of(labels), monitor).get(0);
    }

    /**
     * The coefficients of several clusterings of the same rows. Distances are measured once for as many of them as fit into
     * memory: to the cells of their common refinement, of which every cluster is a union.
     *
     * @param x slices x features
     * @param clusterings labels of the same slices, none without a cluster
     * @return the coefficient of each row, for each clustering; they may differ in the last bits from those computed alone
     */
    public List<double[]> ofEach(Matrix x, List<Labels> clusterings, Monitor monitor) {
        List<double[]> results = new ArrayList<>();
        for (int done = 0; done < clusterings.size(); ) {
            Refinement refinement = Refinement.of(
                    clusterings.subList(done, clusterings.size()), Math.max(1, MOST_SUMS / Math.max(1, x.rows())));
            results.addAll(
                    together(x, clusterings.subList(done, done + refinement.clusterings()), refinement, monitor));
            done += refinement.clusterings();
        }
        return results;
    }

    private List<double[]> together(Matrix x, List<Labels> clusterings, Refinement cells, Monitor monitor) {
        int[] order = cells.order();
        double[][] toCell =
                new DistanceSums(x.selectRows(order).toColumns(), cells.sizes(), BLOCK).compute(workers, monitor);
        List<double[]> results = new ArrayList<>();
        for (Labels labels : clusterings) {
            monitor.check();
            double[][] toCluster = clusterings.size() == 1 ? toCell : cells.united(toCell, labels);
            double[] result = new double[x.rows()];
            for (int place = 0; place < order.length; place++) {
                result[order[place]] = coefficient(toCluster, place, labels.get(order[place]), labels);
            }
            results.add(result);
        }
        return results;
    }

    /**
     * The coefficients of some rows, each against all.
     *
     * @param x slices x features
     * @param labels of the same slices, none without a cluster
     * @param chosen rows
     */
    public double[] ofSome(Matrix x, Labels labels, int[] chosen, Monitor monitor) {
        int n = x.rows();
        int[] label = labels.toArray();
        Squares points = new Squares(x.toColumns());
        ThreadLocal<double[]> distances = ThreadLocal.withInitial(() -> new double[n]);
        return workers
                .map(chosen.length, c -> {
                    monitor.check();
                    double[] point = new double[points.width()];
                    points.copyPoint(chosen[c], point, 0);
                    double[] from = distances.get();
                    points.rootsFrom(point, 0, from);
                    double[][] sums = new double[labels.clusters()][1];
                    for (int i = 0; i < n; i++) {
                        sums[label[i]][0] += from[i];
                    }
                    return coefficient(sums, 0, label[chosen[c]], labels);
                })
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double coefficient(double[][] toCluster, int place, int own, Labels labels) {
        int size = labels.sizes().get(own);
        if (size == 1) {
            return 0;
        }
        double within = toCluster[own][place] / (size - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < toCluster.length; c++) {
            if (c != own) {
                nearest = Math.min(nearest, toCluster[c][place] / labels.sizes().get(c));
            }
        }
        double larger = Math.max(within, nearest);
        return larger > 0 ? (nearest - within) / larger : 0;
    }
}
