// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.SliceFilter;
import org.tessera.engine.task.ProblemException;

/**
 * Everything that decides the labels of a run, but the images.
 *
 * @param grid slices an image is cut into; null where a feature table is given instead of images
 * @param statistics ids, each once, 1 or more, in order
 * @param standardize whether the statistics become z-scores
 * @param pca whether principal components are clustered
 * @param pcaComponents how many components are kept; empty for all, and where {@code pca} is false
 * @param clustering the algorithm and its parameters, the seed among them
 * @param whereSlice which slices are clustered, a {@link org.tessera.engine.statistic.SliceFilter} written its one way; null
 *     for all
 * @param parent the run some of whose clusters are clustered again; null for all slices
 * @param preparation of the pixels before statistics; none where a feature table is given
 * @param model the run whose fitted scaling, PCA and clusters are applied; null to fit its own
 * @param scoreLimit silhouettes of more slices are those of a sample of as many; 0 for exact ones always
 */
public record RunSpec(
        @Nullable Grid grid,
        List<String> statistics,
        boolean standardize,
        boolean pca,
        OptionalInt pcaComponents,
        ClusteringSpec clustering,
        @Nullable String whereSlice,
        @Nullable Parent parent,
        Preparation preparation,
        @Nullable Long model,
        int scoreLimit) {
    /** The spec of a run of all slices. */
    public RunSpec(
            @Nullable Grid grid,
            List<String> statistics,
            boolean standardize,
            boolean pca,
            OptionalInt pcaComponents,
            ClusteringSpec clustering) {
        this(grid, statistics, standardize, pca, pcaComponents, clustering, null, null, Preparation.NONE, null, 0);
    }

    public RunSpec {
        statistics = List.copyOf(statistics);
        if (statistics.isEmpty()) {
            throw new ProblemException("No statistics are chosen; name one or more.");
        }
        if (new LinkedHashSet<>(statistics).size() != statistics.size()) {
            throw new ProblemException(
                    "A statistic is named twice in " + String.join(",", statistics) + "; name each once.");
        }
        if (scoreLimit < 0) {
            throw new ProblemException("The score limit is " + scoreLimit + "; give 1 or more slices, or 0 for none.");
        }
        if (grid == null && !preparation.equals(Preparation.NONE)) {
            throw new ProblemException("A feature table has no pixels to prepare (" + preparation
                    + "); leave the preparation out, or give --images.");
        }
        if (!pca && pcaComponents.isPresent()) {
            throw new ProblemException("PCA components are given, but PCA is off; leave one of the two out.");
        }
        if (pcaComponents.isPresent() && pcaComponents.getAsInt() < 1) {
            throw new ProblemException(
                    "The number of PCA components is " + pcaComponents.getAsInt() + "; give 1 or more, or all.");
        }
        if (pcaComponents.isPresent() && pcaComponents.getAsInt() > statistics.size()) {
            throw new ProblemException("The number of PCA components is " + pcaComponents.getAsInt()
                    + ", but there are only " + statistics.size() + " statistics; ask for fewer or all.");
        }
    }

    /** The statistics that slices are kept by; none where all are kept. */
    public List<String> filterStatistics() {
        return whereSlice == null
                ? List.of()
                : SliceFilter.parse(whereSlice, id -> id).statistics();
    }

    /** How images become slices; null where a feature table is given instead. */
    public @Nullable Slicing slicing() {
        return grid == null ? null : new Slicing(grid, preparation);
    }

    /** The same run of the slices that fulfil a condition, or of all. */
    public RunSpec where(@Nullable String condition) {
        return with(edit -> edit.whereSlice = condition);
    }

    /** The same run of the slices of some clusters of another run, or of all. */
    public RunSpec under(@Nullable Parent other) {
        return with(edit -> edit.parent = other);
    }

    /** The same run by another algorithm. */
    public RunSpec clusteredBy(ClusteringSpec other) {
        return with(edit -> edit.clustering = other);
    }

    /** The same run of pixels prepared otherwise. */
    public RunSpec prepared(Preparation other) {
        return with(edit -> edit.preparation = other);
    }

    /** The same run with what another run has fitted, or with its own. */
    public RunSpec applying(@Nullable Long other) {
        return with(edit -> edit.model = other);
    }

    /** The same run with silhouettes of a sample where there are more slices than {@code limit}; 0 for never. */
    public RunSpec scoredUpTo(int limit) {
        return with(edit -> edit.scoreLimit = limit);
    }

    private RunSpec with(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return new RunSpec(
                grid,
                statistics,
                standardize,
                pca,
                pcaComponents,
                edit.clustering,
                edit.whereSlice,
                edit.parent,
                edit.preparation,
                edit.model,
                edit.scoreLimit);
    }

    /** What of a spec is changed by those above. */
    private static final class Edit {
        private ClusteringSpec clustering;
        private @Nullable String whereSlice;
        private @Nullable Parent parent;
        private Preparation preparation;
        private @Nullable Long model;
        private int scoreLimit;

        Edit(RunSpec spec) {
            clustering = spec.clustering;
            whereSlice = spec.whereSlice;
            parent = spec.parent;
            preparation = spec.preparation;
            model = spec.model;
            scoreLimit = spec.scoreLimit;
        }
    }
}
