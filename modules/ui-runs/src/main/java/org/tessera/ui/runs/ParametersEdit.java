// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.List;
import java.util.Set;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.slice.Grid;

/** The fields of a {@link ParametersState} while it is being changed. */
final class ParametersEdit {
    Grid grid;
    int clusters;
    int components;
    int restarts;
    long seed;
    boolean hierarchical;
    Linkage linkage;
    Distance distance;
    boolean standardize;
    boolean pca;
    List<String> statistics;
    Set<String> leftOut;
    String experiment;
    ParametersState.Ranges sweep;
    String whereSlice;

    ParametersEdit(ParametersState state) {
        grid = state.grid();
        clusters = state.clusters();
        components = state.components();
        restarts = state.restarts();
        seed = state.seed();
        hierarchical = state.hierarchical();
        linkage = state.linkage();
        distance = state.distance();
        standardize = state.standardize();
        pca = state.pca();
        statistics = state.statistics();
        leftOut = state.leftOut();
        experiment = state.experiment();
        sweep = state.sweep();
        whereSlice = state.whereSlice();
    }

    ParametersState state() {
        return new ParametersState(
                grid,
                clusters,
                components,
                restarts,
                seed,
                hierarchical,
                linkage,
                distance,
                standardize,
                pca,
                statistics,
                leftOut,
                experiment,
                sweep,
                whereSlice);
    }
}
