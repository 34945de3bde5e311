// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.cluster.Linkage;

/**
 * An algorithm as the user chooses it.
 *
 * @param linkage of hierarchical clustering; empty for k-means
 */
record AlgorithmChoice(Optional<Linkage> linkage) {
    static final List<AlgorithmChoice> ALL = all();

    private static List<AlgorithmChoice> all() {
        List<AlgorithmChoice> all = new ArrayList<>();
        all.add(new AlgorithmChoice(Optional.empty()));
        for (Linkage linkage : Linkage.values()) {
            all.add(new AlgorithmChoice(Optional.of(linkage)));
        }
        return List.copyOf(all);
    }

    static AlgorithmChoice of(ParametersState state) {
        return new AlgorithmChoice(state.hierarchical() ? Optional.of(state.linkage()) : Optional.empty());
    }

    @Override
    public String toString() {
        return linkage.map(one -> one.id() + " linkage").orElse("k-means");
    }
}
