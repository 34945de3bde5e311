// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.transform.Matrix;
import org.tessera.store.NewRun;
import org.tessera.store.RunRecord;

/**
 * What a run looks like: from its record, and computed again from its images where they are still there.
 *
 * @param run the record
 * @param layout where the images lie in the mosaic
 * @param slices where each slice is painted in the mosaic
 * @param refs which image, row and column each slice is
 * @param labels the cluster of each slice, negative for none
 * @param measured the slices' numbers, empty where the images are gone or have changed
 * @param problem why {@code measured} is empty, a sentence; else empty
 */
public record RunDetails(
        RunRecord run,
        MosaicLayout layout,
        List<SliceRect> slices,
        List<SliceRef> refs,
        List<Integer> labels,
        Optional<Measured> measured,
        String problem) {
    /**
     * The slices' numbers.
     *
     * @param features the statistics of each slice
     * @param components scores on the first principal components (2, or 1 where there is only one), of the table as it was
     *     clustered but for the number of components kept; NaN for a slice that was left out
     * @param explained share of the variance of each of {@code components}, 0..1
     * @param silhouettes of each slice in the space that was clustered, empty where not defined, NaN for a slice that was left out
     * @param space the slices by their standardised statistics
     * @param kept other scores of each slice that are kept with the run, by name, such as {@link NewRun#CONSISTENCY}
     */
    public record Measured(
            FeatureTable features,
            Matrix components,
            List<Double> explained,
            List<Double> silhouettes,
            SliceSpace space,
            Map<String, List<Double>> kept) {
        public Measured {
            kept = Map.copyOf(kept);
            explained = List.copyOf(explained);
            silhouettes = List.copyOf(silhouettes);
        }
    }

    public RunDetails {
        slices = List.copyOf(slices);
        refs = List.copyOf(refs);
        labels = List.copyOf(labels);
        if (slices.size() != labels.size()) {
            throw new IllegalArgumentException(slices.size() + " slices, " + labels.size() + " labels");
        }
    }
}
