// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.List;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;

/**
 * What a run gives.
 *
 * @param labels of every slice of the feature table
 * @param scores in every space
 * @param silhouettes of every slice in the clustered space, NaN for those without a label; none where not defined or sampled
 * @param summary what it was fitted to
 * @param explainedVarianceRatio of each PCA component kept; empty without PCA
 * @param warnings sentences for the user, such as undefined statistics
 * @param clusterMillis time for standardising, PCA and clustering, milliseconds
 * @param scoreMillis time for scoring, milliseconds
 */
public record RunResult(
        Labels labels,
        Scores scores,
        SliceScores silhouettes,
        FitSummary summary,
        List<Double> explainedVarianceRatio,
        List<String> warnings,
        double clusterMillis,
        double scoreMillis) {
    public RunResult {
        explainedVarianceRatio = List.copyOf(explainedVarianceRatio);
        warnings = List.copyOf(warnings);
    }
}
