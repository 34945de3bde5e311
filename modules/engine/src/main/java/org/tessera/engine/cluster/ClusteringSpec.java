// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.List;
import org.tessera.engine.task.ProblemException;

/** What to cluster with: one record an algorithm. */
public sealed interface ClusteringSpec {
    /** Names of the algorithms, as the command line takes them. */
    List<String> ALGORITHMS = List.of("kmeans", "hierarchical", "gaussian-mixture", "spectral", "dbscan");

    /** One of {@link #ALGORITHMS}, or {@code consensus}. */
    String algorithm();

    /** The algorithm in a few words, as shown. */
    String title();

    /** Clusters asked for, 2 or more; 0 where the algorithm finds out. */
    int clusters();

    /** The same with another number of clusters; the same itself where the algorithm finds out. */
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
            checkRestarts(restarts);
        }

        @Override
        public String algorithm() {
            return "kmeans";
        }

        @Override
        public String title() {
            return "k-means";
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
        public String title() {
            return linkage.id() + " linkage" + (distance == Distance.COSINE ? ", cosine" : "");
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new Hierarchical(other, linkage, distance);
        }
    }

    /**
     * A mixture of Gaussians with covariances of their own, fitted by expectation maximisation from the best of k-means; a
     * slice is in its most probable component.
     *
     * @param clusters components, 2 or more
     * @param restarts of k-means, 1 to 100,000
     * @param seed of k-means
     */
    record GaussianMixture(int clusters, int restarts, long seed) implements ClusteringSpec {
        public GaussianMixture {
            check(clusters);
            checkRestarts(restarts);
        }

        @Override
        public String algorithm() {
            return "gaussian-mixture";
        }

        @Override
        public String title() {
            return "Gaussian mixture";
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new GaussianMixture(other, restarts, seed);
        }
    }

    /**
     * Spectral clustering of the graph of nearest neighbours.
     *
     * @param clusters 2 or more
     * @param neighbours of each slice in the graph, 1 to 1000
     * @param restarts of k-means on the eigenvectors, 1 to 100,000
     * @param seed of every random choice
     */
    record Spectral(int clusters, int neighbours, int restarts, long seed) implements ClusteringSpec {
        /** Neighbours unless said otherwise. */
        public static final int DEFAULT_NEIGHBOURS = 10;

        public Spectral {
            check(clusters);
            checkRestarts(restarts);
            if (neighbours < 1 || neighbours > 1000) {
                throw new ProblemException("The number of neighbours is " + neighbours + "; give 1 to 1000.");
            }
        }

        @Override
        public String algorithm() {
            return "spectral";
        }

        @Override
        public String title() {
            return "spectral clustering";
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new Spectral(other, neighbours, restarts, seed);
        }
    }

    /**
     * DBSCAN: dense regions are clusters, what lies in none is noise and has no label.
     *
     * @param eps how near neighbours are, in the clustered space, positive; 0 to take it from the data
     * @param minPoints neighbours, itself among them, that make a slice the core of a cluster, 1 or more
     */
    record Dbscan(double eps, int minPoints) implements ClusteringSpec {
        /** Neighbours of a core unless said otherwise. */
        public static final int DEFAULT_MIN_POINTS = 5;

        public Dbscan {
            if (!(eps >= 0) || !Double.isFinite(eps)) {
                throw new ProblemException("The eps of DBSCAN is " + eps + "; give a positive number, or auto.");
            }
            if (minPoints < 1) {
                throw new ProblemException("The least number of points is " + minPoints + "; give 1 or more.");
            }
        }

        @Override
        public String algorithm() {
            return "dbscan";
        }

        @Override
        public String title() {
            return "DBSCAN";
        }

        @Override
        public int clusters() {
            return 0;
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return this;
        }
    }

    /**
     * The consensus of other runs of the same slices, see {@code engine.compare.Coassociation}. Not one of
     * {@link #ALGORITHMS}: it clusters no features, which only say in what spaces it is scored.
     *
     * @param clusters 2 or more
     * @param members numbers of the runs, two or more, ascending
     */
    record Consensus(int clusters, List<Long> members) implements ClusteringSpec {
        public Consensus {
            members = List.copyOf(members);
            check(clusters);
            if (members.size() < 2) {
                throw new ProblemException("A consensus is of two runs or more; choose more.");
            }
        }

        @Override
        public String algorithm() {
            return "consensus";
        }

        @Override
        public String title() {
            return "consensus of " + members.size() + " runs";
        }

        @Override
        public ClusteringSpec withClusters(int other) {
            return new Consensus(other, members);
        }
    }

    private static void check(int clusters) {
        if (clusters < 2) {
            throw new ProblemException("The number of clusters is " + clusters + "; give 2 or more.");
        }
    }

    private static void checkRestarts(int restarts) {
        if (restarts < 1 || restarts > 100_000) {
            throw new ProblemException("The number of restarts is " + restarts + "; give 1 to 100000.");
        }
    }
}
