// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;

/** The fields of a {@link ParametersState} while it is being changed. */
final class ParametersEdit {
    Grid grid;
    int clusters;
    int components;
    int restarts;
    long seed;
    AlgorithmChoice algorithm;
    int neighbours;
    int minPoints;
    double eps;
    boolean standardize;
    boolean pca;
    List<String> statistics;
    Set<String> leftOut;
    String experiment;
    SweepRanges sweep;
    String whereSlice;
    Preparation preparation;

    @Nullable
    Parent parent;

    ParametersEdit(ParametersState state) {
        grid = state.grid();
        clusters = state.clusters();
        components = state.components();
        restarts = state.restarts();
        seed = state.seed();
        algorithm = state.algorithm();
        neighbours = state.neighbours();
        minPoints = state.minPoints();
        eps = state.eps();
        standardize = state.standardize();
        pca = state.pca();
        statistics = state.statistics();
        leftOut = state.leftOut();
        experiment = state.experiment();
        sweep = state.sweep();
        whereSlice = state.whereSlice();
        preparation = state.preparation();
        parent = state.parent();
    }

    ParametersState state() {
        return new ParametersState(
                grid,
                clusters,
                components,
                restarts,
                seed,
                algorithm,
                neighbours,
                minPoints,
                eps,
                standardize,
                pca,
                statistics,
                leftOut,
                experiment,
                sweep,
                whereSlice,
                preparation,
                parent);
    }
}
