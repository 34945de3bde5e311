// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.tessera.store.NewRun;

/** The numbers of a run's slices, from what it was fitted to. */
final class Measures {
    private Measures() {}

    /**
     * The numbers of the slices of a run.
     *
     * @param features the statistics of the spec, of all slices
     * @param kept the slices that were clustered, ascending
     * @param raw their statistics
     * @param scores of all slices that are kept with the run, by name, the silhouettes among them if they are defined
     */
    static RunDetails.Measured of(
            FeatureTable features,
            RunSpec spec,
            int[] kept,
            Matrix raw,
            Transformation transformation,
            Map<String, SliceScores> scores) {
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
        Map<String, List<Double>> others = new LinkedHashMap<>();
        scores.forEach((name, numbers) -> others.put(name, list(numbers)));
        List<Double> silhouettes = Objects.requireNonNullElse(others.remove(NewRun.SILHOUETTE), List.of());
        return new RunDetails.Measured(
                features,
                space.spread(shown.leadingColumns(axes)),
                explained.subList(0, axes),
                silhouettes,
                space,
                others);
    }

    private static List<Double> list(SliceScores numbers) {
        List<Double> each = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            each.add(numbers.get(i));
        }
        return each;
    }
}
