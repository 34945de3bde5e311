// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.List;
import org.tessera.engine.task.ProblemException;

/** What to cluster with: one record an algorithm. */
public sealed interface ClusteringSpec {
    /** Names of the algorithms, as the command line takes them. */
    List<String> ALGORITHMS = List.of("kmeans", "hierarchical");

    /** One of {@link #ALGORITHMS}. */
    String algorithm();

    /** Clusters asked for, 2 or more. */
    int clusters();

    /** The same with another number of clusters. */
    ClusteringSpec withClusters(int clusters);

    /**
     * Lloyd's k-means from k-means++ starts, the lowest inertia of all restarts.
     *
     * @param clusters 2 or more
     * @param restarts 1 to 100,000
     * @param seed of every random choice
     */
    record KMeans(int clusters, int restarts, long seed) implements ClusteringSpec {
        public KMeans {
            check(clusters);
            if (restarts < 1 || restarts > 100_000) {
                throw new ProblemException("The number of restarts is " + restarts + "; give 1 to 100000.");
            }
        }

        @Override
        public String algorithm() {
            return "kmeans";
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new KMeans(other, restarts, seed);
        }
    }

    /**
     * Agglomerative clustering, cut at the number of clusters.
     *
     * @param clusters 2 or more
     * @param linkage how far two clusters are apart
     * @param distance how far two slices are apart; Ward's linkage is Euclidean
     */
    record Hierarchical(int clusters, Linkage linkage, Distance distance) implements ClusteringSpec {
        public Hierarchical {
            check(clusters);
            if (linkage == Linkage.WARD && distance != Distance.EUCLIDEAN) {
                throw new ProblemException("Ward's linkage is defined for the euclidean metric only; choose complete,"
                        + " average or single linkage for " + distance.id() + ".");
            }
        }

        /** Euclidean. */
        public Hierarchical(int clusters, Linkage linkage) {
            this(clusters, linkage, Distance.EUCLIDEAN);
        }

        @Override
        public String algorithm() {
            return "hierarchical";
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new Hierarchical(other, linkage, distance);
        }
    }

    private static void check(int clusters) {
        if (clusters < 2) {
            throw new ProblemException("The number of clusters is " + clusters + "; give 2 or more.");
        }
    }
}
