// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.compare.Alignment;
import org.tessera.engine.compare.Disagreement;
import org.tessera.engine.compare.Partition;
import org.tessera.store.RunRecord;
import org.tessera.tracking.RunDetails;

/**
 * A run among those that are compared.
 *
 * @param run its record
 * @param details where its slices lie and their clusters
 * @param partition the same, to be compared
 * @param alignment which of its clusters are those of the reference
 * @param differing the share of each of its slices that is of another cluster in the reference, 0..1; NaN for none
 * @param disagreement the same over all other runs that are not degenerate
 */
record Compared(
        RunRecord run,
        RunDetails details,
        Partition partition,
        Alignment alignment,
        List<Double> differing,
        List<Double> disagreement) {
    Compared {
        differing = List.copyOf(differing);
        disagreement = List.copyOf(disagreement);
    }

    /** A run beside a reference and others. */
    static Compared of(
            RunRecord run, RunDetails details, Partition partition, Partition reference, List<Partition> others) {
        return new Compared(
                run,
                details,
                partition,
                Alignment.of(partition.with(reference)),
                Disagreement.of(partition, List.of(reference)),
                Disagreement.of(partition, others));
    }

    /** Its slices that are for the most part of another cluster in the reference. */
    List<Integer> changed() {
        return IntStream.range(0, differing.size())
                .filter(i -> differing.get(i) >= 0.5)
                .boxed()
                .toList();
    }

    /** The colours of its own clusters, by size or as the user chose. */
    ClusterColours own() {
        return ClusterColours.of(run.clusterSizes().size(), run.clusters().colours());
    }

    /** Colours that follow the clusters of a reference; clusters that were split have shades. */
    ClusterColours alignedTo(ClusterColours reference) {
        return reference.matched(alignment.matches(), alignment.splitFrom());
    }

    /** Its slices of a cluster that lie, if only in part, under a cluster of another run. */
    List<Integer> slicesOf(int cluster, Compared other, int otherCluster) {
        int[] labels = partition.labels();
        long[][] amounts = partition.under(other.partition);
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == cluster && amounts[i][otherCluster] > 0)
                .boxed()
                .toList();
    }

    /** The share of its labelled slices, by area, that is of another cluster in the reference, 0..1. */
    double differingShare() {
        return differing.stream()
                .mapToDouble(Double::doubleValue)
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(0);
    }
}
