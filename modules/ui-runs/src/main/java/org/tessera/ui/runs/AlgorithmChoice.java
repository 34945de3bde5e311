// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;

/**
 * An algorithm as the user chooses it.
 *
 * @param algorithm one of {@link ClusteringSpec#ALGORITHMS}
 * @param linkage of hierarchical clustering; empty for others
 * @param distance of hierarchical clustering
 */
record AlgorithmChoice(String algorithm, Optional<Linkage> linkage, Distance distance) {
    static final AlgorithmChoice KMEANS = flat("kmeans");
    static final AlgorithmChoice GAUSSIAN_MIXTURE = flat("gaussian-mixture");
    static final AlgorithmChoice SPECTRAL = flat("spectral");
    static final AlgorithmChoice DBSCAN = flat("dbscan");
    static final List<AlgorithmChoice> ALL = all();

    private static AlgorithmChoice flat(String algorithm) {
        return new AlgorithmChoice(algorithm, Optional.empty(), Distance.EUCLIDEAN);
    }

    static AlgorithmChoice hierarchical(Linkage linkage, Distance distance) {
        return new AlgorithmChoice("hierarchical", Optional.of(linkage), distance);
    }

    private static List<AlgorithmChoice> all() {
        List<AlgorithmChoice> all = new ArrayList<>();
        all.add(KMEANS);
        for (Distance distance : Distance.values()) {
            for (Linkage linkage : Linkage.values()) {
                if (linkage != Linkage.WARD || distance == Distance.EUCLIDEAN) {
                    all.add(hierarchical(linkage, distance));
                }
            }
        }
        all.addAll(List.of(GAUSSIAN_MIXTURE, SPECTRAL, DBSCAN));
        return List.copyOf(all);
    }

    /** Whether it starts at random, several times. */
    boolean restarts() {
        return linkage.isEmpty() && !equals(DBSCAN);
    }

    /** Whether the number of clusters is given. */
    boolean counts() {
        return !equals(DBSCAN);
    }

    @Override
    public String toString() {
        return switch (algorithm) {
            case "kmeans" -> "k-means";
            case "gaussian-mixture" -> "Gaussian mixture";
            case "spectral" -> "spectral";
            case "dbscan" -> "DBSCAN";
            default -> linkage.orElseThrow().id() + " linkage" + (distance == Distance.COSINE ? ", cosine" : "");
        };
    }
}
