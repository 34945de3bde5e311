// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.compare.Alignment;
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
 * @param differing its slices whose cluster is not that of the reference at their middle
 */
record Compared(RunRecord run, RunDetails details, Partition partition, Alignment alignment, List<Integer> differing) {
    Compared {
        differing = List.copyOf(differing);
    }

    /** A run beside a reference. */
    static Compared of(RunRecord run, RunDetails details, Partition partition, Partition reference) {
        Alignment alignment = Alignment.of(partition.with(reference));
        int[] labels = partition.labels();
        int[] theirs = reference.under(partition);
        List<Integer> differing = IntStream.range(0, labels.length)
                .filter(i -> (labels[i] < 0 ? -1 : alignment.matches().get(labels[i])) != theirs[i]
                        || (labels[i] >= 0 && theirs[i] < 0))
                .boxed()
                .toList();
        return new Compared(run, details, partition, alignment, differing);
    }

    /** The colours of its own clusters, by size or as the user chose. */
    ClusterColours own() {
        return ClusterColours.of(run.clusterSizes().size(), run.clusters().colours());
    }

    /** Colours that follow the clusters of a reference; clusters that were split have shades. */
    ClusterColours alignedTo(ClusterColours reference) {
        return reference.matched(alignment.matches(), alignment.splitFrom());
    }

    /** Its slices of a cluster over which a cluster of another run lies. */
    List<Integer> slicesOf(int cluster, Compared other, int otherCluster) {
        int[] labels = partition.labels();
        int[] theirs = other.partition.under(partition);
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == cluster && theirs[i] == otherCluster)
                .boxed()
                .toList();
    }

    /** The share of its slices that differ from the reference, 0..1. */
    double differingShare() {
        long labelled =
                Arrays.stream(partition.labels()).filter(label -> label >= 0).count();
        return labelled == 0 ? 0 : differing.size() / (double) labelled;
    }
}
