// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.Space;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.PrincipalComponents;
import org.tessera.engine.transform.Standardizer;

/** Scaling and PCA of a run, as fitted to its slices. Immutable. */
public final class Transformation {
    private final Standardizer standardizer;
    private final boolean standardize;
    private final @Nullable PrincipalComponents pca;
    private final int most;

    private Transformation(
            Standardizer standardizer, boolean standardize, @Nullable PrincipalComponents pca, int most) {
        this.standardizer = standardizer;
        this.standardize = standardize;
        this.pca = pca;
        this.most = most;
    }

    /**
     * Fits scaling and PCA.
     *
     * @param raw slices x statistics, those that are clustered
     */
    public static Transformation fit(Matrix raw, RunSpec spec) {
        Standardizer standardizer = Standardizer.of(raw);
        int most = Math.min(raw.rows(), raw.columns());
        Matrix before = spec.standardize() ? standardizer.apply(raw) : raw;
        PrincipalComponents pca =
                spec.pca() ? PrincipalComponents.of(before, spec.pcaComponents().orElse(most)) : null;
        return new Transformation(standardizer, spec.standardize(), pca, most);
    }

    /** Slices in every space that is scored; two spaces that differ by a turn only have the same object. */
    public Map<Space, Matrix> spaces(Matrix raw) {
        Map<Space, Matrix> spaces = new EnumMap<>(Space.class);
        Matrix standardized = standardizer.apply(raw);
        spaces.put(Space.RAW_FEATURES, raw);
        spaces.put(Space.STANDARDIZED, standardized);
        Matrix clustered = standardize ? standardized : raw;
        if (pca != null) {
            clustered = pca.project(clustered);
            if (pca.loadings().rows() == most && raw.columns() == most) {
                // all components only turn the space: distances, and so every score, stay as they are
                spaces.put(standardize ? Space.STANDARDIZED : Space.RAW_FEATURES, clustered);
            }
        }
        spaces.put(Space.CLUSTERED, clustered);
        return spaces;
    }

    /** Share of the variance of each component kept; empty without PCA. */
    public List<Double> explainedVarianceRatio() {
        return pca == null ? List.of() : pca.explainedVarianceRatio();
    }

    /** Components kept x statistics, unit vectors; empty without PCA. */
    public Optional<Matrix> loadings() {
        return pca == null ? Optional.empty() : Optional.of(pca.loadings());
    }
}
