// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.embedding;

import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.NeighbourGraph;
import org.tessera.engine.transform.Neighbours;

/** The weighted graph of neighbours of UMAP (McInnes, Healy and Melville 2018, algorithms 2 and 3). */
final class FuzzyGraph {
    private static final int BISECTIONS = 64;
    private static final double LEAST_SCALE = 1e-3;

    private FuzzyGraph() {}

    /** Weights are {@code a + b - a b} of the memberships a and b of either end. */
    static NeighbourGraph of(Neighbours neighbours, Monitor monitor) {
        int n = neighbours.size();
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int rank = 0; rank < neighbours.count(); rank++) {
                mean += neighbours.distance(i, rank) / n / neighbours.count();
            }
        }
        double[] rho = new double[n];
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            monitor.check();
            rho[i] = nearest(neighbours, i);
            sigma[i] = scale(neighbours, i, rho[i], mean);
        }
        return NeighbourGraph.of(
                neighbours,
                (i, rank) -> {
                    double beyond = Math.max(0, neighbours.distance(i, rank) - rho[i]);
                    return sigma[i] > 0 ? Math.exp(-beyond / sigma[i]) : 1;
                },
                (a, b) -> a + b - a * b,
                monitor);
    }

    /** The distance to the nearest neighbour that does not coincide; 0 without one. */
    private static double nearest(Neighbours neighbours, int i) {
        for (int rank = 0; rank < neighbours.count(); rank++) {
            if (neighbours.distance(i, rank) > 0) {
                return neighbours.distance(i, rank);
            }
        }
        return 0;
    }

    /** So that the memberships sum up to the logarithm of the number of neighbours, the slice itself among them. */
    private static double scale(Neighbours neighbours, int i, double rho, double mean) {
        double target = Math.log(neighbours.count() + 1.0) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sigma = 1;
        for (int step = 0; step < BISECTIONS; step++) {
            double sum = 0;
            for (int rank = 0; rank < neighbours.count(); rank++) {
                double beyond = neighbours.distance(i, rank) - rho;
                sum += beyond > 0 ? Math.exp(-beyond / sigma) : 1;
            }
            if (sum > target) {
                high = sigma;
                sigma = (low + high) / 2;
            } else {
                low = sigma;
                sigma = Double.isInfinite(high) ? sigma * 2 : (low + high) / 2;
            }
        }
        return Math.max(sigma, LEAST_SCALE * mean);
    }
}
