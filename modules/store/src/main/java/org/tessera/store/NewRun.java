// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.run.FitSummary;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.SliceRef;

/**
 * A finished run, to be recorded.
 *
 * @param uuid its own, so that a repeated attempt to record it adds nothing
 * @param placement where it is filed
 * @param imageSet what it was made from
 * @param slot its place in the sweep it belongs to, or null
 * @param started when
 * @param finished when
 * @param parameters typed values in the order shown: Long, Double, Boolean, String, list of strings, or null
 * @param seed of the random choices, or null if there are none
 * @param labels of every slice
 * @param slices the slices where they do not follow from grid and images, else null
 * @param scores those that are defined
 * @param explainedVarianceRatio of each PCA component
 * @param warnings sentences for the user
 * @param timingsMillis step to milliseconds, in order
 * @param summary what it was fitted to; null where that is not known
 * @param sliceScores scores of every slice by name, those that are defined
 * @param keys what identifies it
 * @param provenance what made it
 */
public record NewRun(
        UUID uuid,
        Placement placement,
        ImageSetRecord imageSet,
        @Nullable SweepSlot slot,
        Instant started,
        Instant finished,
        Map<String, @Nullable Object> parameters,
        @Nullable Long seed,
        Labels labels,
        @Nullable List<SliceRef> slices,
        Scores scores,
        List<Double> explainedVarianceRatio,
        List<String> warnings,
        Map<String, Double> timingsMillis,
        @Nullable FitSummary summary,
        Map<String, SliceScores> sliceScores,
        Keys keys,
        Provenance provenance) {
    /** Under this name the silhouettes of the slices are kept. */
    public static final String SILHOUETTE = "silhouette";

    /** Under this name the entropy of the slices of a consensus is kept, 0 to 1 bit. */
    public static final String ENTROPY = "entropy";

    /** Under this name it is kept how often each slice stays in its cluster when a run is repeated, 0 to 1. */
    public static final String CONSISTENCY = "consistency";

    /** With other scores of every slice. */
    public NewRun withSliceScores(Map<String, SliceScores> other) {
        return new NewRun(
                uuid,
                placement,
                imageSet,
                slot,
                started,
                finished,
                parameters,
                seed,
                labels,
                slices,
                scores,
                explainedVarianceRatio,
                warnings,
                timingsMillis,
                summary,
                other,
                keys,
                provenance);
    }

    /**
     * SHA-256 keys, hexadecimal.
     *
     * @param identity of everything that decides the labels: images, spec, engine version
     * @param features of everything that decides the feature table
     * @param labels of the slices and their labels: equal for the same partition
     */
    public record Keys(String identity, String features, String labels) {}
}
