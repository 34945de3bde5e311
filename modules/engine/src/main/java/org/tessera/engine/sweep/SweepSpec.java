// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.task.ProblemException;

/**
 * A grid of parameters: every combination is a run.
 *
 * @param grids grids, or none where a feature table is given
 * @param statistics sets of statistics
 * @param standardize whether to standardise: one or both
 * @param pca choices of components
 * @param clusterings algorithms with their parameters, the number of clusters among them
 * @param preparations of the pixels before statistics
 * @param whereSlice which slices are clustered, in every run; null for all
 * @param parent the run some of whose clusters are clustered again, in every run; null for all slices
 * @param scoreLimit see {@link RunSpec#scoreLimit()}, in every run
 */
public record SweepSpec(
        List<Grid> grids,
        List<List<String>> statistics,
        List<Boolean> standardize,
        List<Pca> pca,
        List<ClusteringSpec> clusterings,
        List<Preparation> preparations,
        @Nullable String whereSlice,
        @Nullable Parent parent,
        int scoreLimit) {
    /** The most runs of one sweep. */
    public static final int MOST_RUNS = 100_000;

    /**
     * One choice of PCA.
     *
     * @param on whether principal components are clustered
     * @param components how many; empty for all
     */
    public record Pca(boolean on, OptionalInt components) {}

    public SweepSpec {
        grids = List.copyOf(grids);
        statistics = List.copyOf(statistics);
        standardize = List.copyOf(standardize);
        pca = List.copyOf(pca);
        clusterings = List.copyOf(clusterings);
        preparations = List.copyOf(preparations);
        long runs = Math.max(1, grids.size())
                * (long) statistics.size()
                * standardize.size()
                * pca.size()
                * clusterings.size()
                * preparations.size();
        if (runs < 1 || runs > MOST_RUNS) {
            throw new ProblemException("The sweep has " + runs + " runs; give 1 to " + MOST_RUNS + ".");
        }
    }

    /**
     * The smallest sweep that has all these runs: it may have others too, of their values put together otherwise.
     *
     * @param specs one or more, alike in their slices, parent and score limit
     */
    public static SweepSpec of(List<RunSpec> specs) {
        RunSpec first = specs.get(0);
        return new SweepSpec(
                distinct(specs, RunSpec::grid),
                distinct(specs, RunSpec::statistics),
                distinct(specs, RunSpec::standardize),
                distinct(specs, spec -> new Pca(spec.pca(), spec.pcaComponents())),
                distinct(specs, RunSpec::clustering),
                distinct(specs, RunSpec::preparation),
                first.whereSlice(),
                first.parent(),
                first.scoreLimit());
    }

    private static <T> List<T> distinct(List<RunSpec> specs, Function<RunSpec, @Nullable T> part) {
        List<T> parts = new ArrayList<>();
        for (RunSpec spec : specs) {
            T one = part.apply(spec);
            if (one != null && !parts.contains(one)) {
                parts.add(one);
            }
        }
        return parts;
    }

    /**
     * The specs of all runs, each once: by grid first, so that each slicing is done once.
     *
     * @throws ProblemException if a combination makes no sense, such as more components than statistics
     */
    public List<RunSpec> expand() {
        Set<RunSpec> specs = new LinkedHashSet<>();
        if (grids.isEmpty()) {
            preparations.forEach(preparation -> addAll(specs, null, preparation));
        }
        for (Grid grid : grids) {
            preparations.forEach(preparation -> addAll(specs, grid, preparation));
        }
        return new ArrayList<>(specs);
    }

    private void addAll(Set<RunSpec> specs, @Nullable Grid grid, Preparation preparation) {
        for (List<String> ids : statistics) {
            for (boolean zScores : standardize) {
                for (Pca choice : pca) {
                    for (ClusteringSpec clustering : clusterings) {
                        specs.add(new RunSpec(grid, ids, zScores, choice.on(), choice.components(), clustering)
                                .where(whereSlice)
                                .under(parent)
                                .prepared(preparation)
                                .scoredUpTo(scoreLimit));
                    }
                }
            }
        }
    }
}
