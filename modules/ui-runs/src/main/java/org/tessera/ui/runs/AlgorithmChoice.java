// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;

/**
 * An algorithm as the user chooses it.
 *
 * @param linkage of hierarchical clustering; empty for k-means
 * @param distance of hierarchical clustering
 */
record AlgorithmChoice(Optional<Linkage> linkage, Distance distance) {
    static final List<AlgorithmChoice> ALL = all();

    private static List<AlgorithmChoice> all() {
        List<AlgorithmChoice> all = new ArrayList<>();
        all.add(new AlgorithmChoice(Optional.empty(), Distance.EUCLIDEAN));
        for (Distance distance : Distance.values()) {
            for (Linkage linkage : Linkage.values()) {
                if (linkage != Linkage.WARD || distance == Distance.EUCLIDEAN) {
                    all.add(new AlgorithmChoice(Optional.of(linkage), distance));
                }
            }
        }
        return List.copyOf(all);
    }

    static AlgorithmChoice of(ParametersState state) {
        return state.hierarchical() ? new AlgorithmChoice(Optional.of(state.linkage()), state.distance()) : ALL.get(0);
    }

    @Override
    public String toString() {
        return linkage.map(one -> one.id() + " linkage" + (distance == Distance.COSINE ? ", cosine" : ""))
                .orElse("k-means");
    }
}
