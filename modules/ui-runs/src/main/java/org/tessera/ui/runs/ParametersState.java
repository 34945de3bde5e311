// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.statistic.SliceFilter;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.ProblemException;

/**
 * What the parameter editor is set to.
 *
 * @param grid slices an image is cut into
 * @param clusters 2 or more
 * @param components PCA components kept, 0 for all
 * @param restarts of k-means
 * @param seed of k-means
 * @param algorithm with its linkage and metric
 * @param neighbours of spectral clustering
 * @param minPoints of DBSCAN
 * @param eps of DBSCAN, 0 to take it from the data
 * @param standardize z-scores
 * @param pca principal components
 * @param statistics ids in the order of all statistics
 * @param leftOut names of images that are not used
 * @param experiment where runs are filed
 * @param sweep ranges of a sweep
 * @param whereSlice condition that slices fulfil, as typed; blank for all slices
 * @param preparation of the pixels before statistics
 * @param parent clusters of a run that alone are clustered; null for all slices
 */
record ParametersState(
        Grid grid,
        int clusters,
        int components,
        int restarts,
        long seed,
        AlgorithmChoice algorithm,
        int neighbours,
        int minPoints,
        double eps,
        boolean standardize,
        boolean pca,
        List<String> statistics,
        Set<String> leftOut,
        String experiment,
        SweepRanges sweep,
        String whereSlice,
        Preparation preparation,
        @Nullable Parent parent) {
    /** The notebook's settings. */
    static final ParametersState DEFAULT = new ParametersState(
            new Grid(4, 4),
            3,
            0,
            20,
            42,
            AlgorithmChoice.KMEANS,
            ClusteringSpec.Spectral.DEFAULT_NEIGHBOURS,
            ClusteringSpec.Dbscan.DEFAULT_MIN_POINTS,
            0,
            true,
            true,
            StatisticSet.NOTEBOOK,
            Set.of(),
            "First look",
            SweepRanges.of("4..20:4", "2..4", "all"),
            "",
            Preparation.NONE,
            null);

    ParametersState {
        statistics = List.copyOf(statistics);
        leftOut = Set.copyOf(leftOut);
    }

    /** @throws ProblemException if the parameters make no run */
    RunSpec toRun(StatisticSet known) {
        return new RunSpec(
                        grid,
                        statistics,
                        standardize,
                        pca,
                        pca && components > 0 && components < statistics.size()
                                ? OptionalInt.of(components)
                                : OptionalInt.empty(),
                        clustering())
                .where(condition(known))
                .under(parent)
                .prepared(preparation);
    }

    private @Nullable String condition(StatisticSet known) {
        return whereSlice.isBlank()
                ? null
                : SliceFilter.parse(whereSlice, id -> known.statistic(id).id()).text();
    }

    /** @throws ProblemException if the ranges cannot be read or make no runs */
    SweepSpec toSweep(StatisticSet known) {
        return sweep.spec(this, known, condition(known));
    }

    /** The algorithm and its parameters. */
    ClusteringSpec clustering() {
        return clustering(clusters);
    }

    private ClusteringSpec clustering(int count) {
        return switch (algorithm.algorithm()) {
            case "kmeans" -> new ClusteringSpec.KMeans(count, restarts, seed);
            case "gaussian-mixture" -> new ClusteringSpec.GaussianMixture(count, restarts, seed);
            case "spectral" -> new ClusteringSpec.Spectral(count, neighbours, restarts, seed);
            case "dbscan" -> new ClusteringSpec.Dbscan(eps, minPoints);
            default ->
                new ClusteringSpec.Hierarchical(count, algorithm.linkage().orElseThrow(), algorithm.distance());
        };
    }

    /** The state that makes a recorded run again. */
    ParametersState of(RunSpec spec) {
        return with(edit -> {
            Grid its = spec.grid();
            edit.grid = its == null ? grid : its;
            edit.clusters = Math.max(2, spec.clustering().clusters());
            edit.preparation = spec.preparation();
            edit.parent = spec.parent();
            edit.components = spec.pcaComponents().orElse(0);
            edit.standardize = spec.standardize();
            edit.pca = spec.pca();
            edit.statistics = spec.statistics();
            edit.whereSlice = spec.whereSlice() == null ? "" : spec.whereSlice();
            take(edit, spec.clustering());
        });
    }

    private static void take(ParametersEdit edit, ClusteringSpec clustering) {
        if (clustering instanceof ClusteringSpec.KMeans kmeans) {
            edit.algorithm = AlgorithmChoice.KMEANS;
            edit.restarts = kmeans.restarts();
            edit.seed = kmeans.seed();
        } else if (clustering instanceof ClusteringSpec.Hierarchical agglomerative) {
            edit.algorithm = AlgorithmChoice.hierarchical(agglomerative.linkage(), agglomerative.distance());
        } else if (clustering instanceof ClusteringSpec.GaussianMixture mixture) {
            edit.algorithm = AlgorithmChoice.GAUSSIAN_MIXTURE;
            edit.restarts = mixture.restarts();
            edit.seed = mixture.seed();
        } else if (clustering instanceof ClusteringSpec.Spectral spectral) {
            edit.algorithm = AlgorithmChoice.SPECTRAL;
            edit.neighbours = spectral.neighbours();
            edit.restarts = spectral.restarts();
            edit.seed = spectral.seed();
        } else if (clustering instanceof ClusteringSpec.Dbscan dbscan) {
            edit.algorithm = AlgorithmChoice.DBSCAN;
            edit.eps = dbscan.eps();
            edit.minPoints = dbscan.minPoints();
        }
    }

    /** The state with some of its fields changed. */
    ParametersState with(Consumer<ParametersEdit> change) {
        ParametersEdit edit = new ParametersEdit(this);
        change.accept(edit);
        return edit.state();
    }

    /** The names of the fields in which another state differs. */
    Set<String> differences(ParametersState other) {
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent field : ParametersState.class.getRecordComponents()) {
            try {
                if (!Objects.equals(
                        field.getAccessor().invoke(this), field.getAccessor().invoke(other))) {
                    names.add(field.getName());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the fields of a record can be read", e);
            }
        }
        return names;
    }

    /** With an image used or left out. */
    ParametersState withImage(String name, boolean used) {
        Set<String> without = new LinkedHashSet<>(leftOut);
        if (used) {
            without.remove(name);
        } else {
            without.add(name);
        }
        return with(edit -> edit.leftOut = without);
    }
}
