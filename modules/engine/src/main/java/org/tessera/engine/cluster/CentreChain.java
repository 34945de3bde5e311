// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.Matrix;

/**
 * Agglomerative clustering by the nearest-neighbour chain (Murtagh 1983; Muellner 2011) without distances kept: O(n) memory.
 * The nearest cluster is searched around its centre; for complete linkage, what lies too far is passed over since the largest
 * squared distance between two clusters is at least the mean one, {@code |cA - cB|^2 + VA + VB}, and the rest is measured by
 * branch and bound ({@link MergeTree#farthest}). Ward's distance follows from centres and sizes.
 */
final class CentreChain {
    private static final double SLACK = 1e-9;

    /** What rounding may add to a squared distance of centres, as a share of the largest squared value. */
    private static final double ROUNDING = 1e-13;

    private final int n;
    private final double margin;
    private final boolean ward;
    private final MergeTree clusters;
    private final CentreTree alive;

    private CentreChain(Matrix x, boolean ward) {
        this.n = x.rows();
        this.ward = ward;
        double[] rows = x.toRowMajor();
        double largest = 0;
        for (double value : rows) {
            largest = Math.max(largest, Math.abs(value));
        }
        this.margin = ROUNDING * largest * largest;
        this.clusters = new MergeTree(rows, n, x.columns());
        this.alive = new CentreTree(clusters, n);
    }

    static Merges merges(Matrix x, Linkage linkage, Monitor monitor) {
        return new CentreChain(x, linkage == Linkage.WARD).merges(monitor);
    }

    private Merges merges(Monitor monitor) {
        Merges merges = new Merges(n);
        int[] chain = new int[16];
        double[] toNext = new double[16];
        int length = 0;
        Search search = new Search();
        while (merges.count() < n - 1) {
            monitor.check();
            if (length == 0) {
                chain[length++] = alive.any();
            }
            int top = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            search.begin(top, before, before < 0 ? Double.POSITIVE_INFINITY : toNext[length - 2]);
            alive.around(top, search);
            if (search.nearest == before) {
                length -= 2;
                alive.remove(top);
                alive.remove(before);
                merges.add(clusters.row(top), clusters.row(before), search.least);
                alive.insert(clusters.merge(top, before));
                if (merges.count() % 256 == 0) {
                    monitor.progress(merges.count() / (double) n, "hierarchical");
                }
            } else {
                if (length == chain.length) {
                    chain = Arrays.copyOf(chain, 2 * length);
                    toNext = Arrays.copyOf(toNext, 2 * length);
                }
                toNext[length - 1] = search.least;
                chain[length++] = search.nearest;
            }
        }
        return merges;
    }

    /** The search for the cluster nearest to one; on a tie the one before it in the chain. */
    private final class Search implements CentreTree.Visitor {
        private int of;
        private int before;
        private int nearest;
        private double least;

        void begin(int cluster, int preferred, double known) {
            of = cluster;
            before = preferred;
            nearest = preferred;
            least = known;
        }

        @Override
        public double reach() {
            if (least == 0) {
                return 0;
            }
            if (ward) {
                double size = clusters.size(of);
                return least * (size + 1) / (2 * size) * (1 + SLACK) + margin;
            }
            return (least - clusters.spread(of)) * (1 + SLACK) + margin;
        }

        @Override
        public void visit(int cluster) {
            if (cluster == of || cluster == before) {
                return;
            }
            double distance = ward ? wardDistance(cluster) : completeDistance(cluster);
            if (distance < least) {
                least = distance;
                nearest = cluster;
            }
        }

        private double completeDistance(int cluster) {
            double mean = clusters.centreDistance(of, cluster) + clusters.spread(of) + clusters.spread(cluster);
            return mean * (1 - SLACK) - margin >= least ? least : clusters.farthest(of, cluster, least);
        }

        private double wardDistance(int cluster) {
            double a = clusters.size(of);
            double b = clusters.size(cluster);
            return 2 * a * b / (a + b) * clusters.centreDistance(of, cluster);
        }
    }
}
