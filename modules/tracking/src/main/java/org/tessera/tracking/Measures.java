// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.Transformation;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.score.Space;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.PrincipalComponents;

/** The numbers of a run's slices, from what it was fitted to. */
final class Measures {
    private Measures() {}

    /**
     * The numbers of the slices of a run.
     *
     * @param features the statistics of the spec, of all slices
     * @param kept the slices that were clustered, ascending
     * @param raw their statistics
     * @param silhouettes of all slices, or none
     */
    static RunDetails.Measured of(
            FeatureTable features,
            RunSpec spec,
            int[] kept,
            Matrix raw,
            Transformation transformation,
            SliceScores silhouettes) {
        Map<Space, Matrix> spaces = transformation.spaces(raw);
        SliceSpace space =
                new SliceSpace(features.slices().size(), kept, Objects.requireNonNull(spaces.get(Space.STANDARDIZED)));
        Matrix shown = Objects.requireNonNull(spaces.get(Space.CLUSTERED));
        List<Double> explained = transformation.explainedVarianceRatio();
        if (!spec.pca()) {
            PrincipalComponents pca =
                    PrincipalComponents.of(shown, Math.min(2, Math.min(shown.rows(), shown.columns())));
            shown = pca.scores();
            explained = pca.explainedVarianceRatio();
        }
        int axes = Math.min(2, shown.columns());
        List<Double> each = new ArrayList<>(silhouettes.size());
        for (int i = 0; i < silhouettes.size(); i++) {
            each.add(silhouettes.get(i));
        }
        return new RunDetails.Measured(
                features, space.spread(shown.leadingColumns(axes)), explained.subList(0, axes), each, space);
    }
}
