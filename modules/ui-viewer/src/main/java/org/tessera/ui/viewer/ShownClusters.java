// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;
import java.util.Optional;
import org.tessera.charts.ClusterColours;
import org.tessera.store.ClusterStyles;
import org.tessera.store.RunRecord;
import org.tessera.tracking.LiveResult;
import org.tessera.workbench.session.SessionState;

/**
 * How the clusters of what is shown are coloured, named and ordered. While parameters are moved, clusters have the colours of
 * those of the selected run that cover the same places.
 *
 * @param run its number, {@link RunRecord#UNRECORDED} while parameters are moved
 * @param sizes slices of each cluster
 * @param colours of each cluster
 * @param styles names and order
 */
public record ShownClusters(long run, List<Integer> sizes, ClusterColours colours, ClusterStyles styles) {
    /** Of nothing. */
    public static final ShownClusters NONE =
            new ShownClusters(RunRecord.UNRECORDED, List.of(), ClusterColours.NONE, ClusterStyles.NONE);

    public ShownClusters {
        sizes = List.copyOf(sizes);
    }

    /** Those of what a session shows. */
    public static ShownClusters of(SessionState state) {
        Optional<RunRecord> shown = state.shownRun();
        if (shown.isEmpty()) {
            return NONE;
        }
        LiveResult live = state.live();
        RunRecord run = shown.get();
        ClusterColours colours = live != null && !live.matches().isEmpty()
                ? state.selectedRun()
                        .map(ghost -> own(ghost).matched(live.matches()))
                        .orElseGet(() -> own(run))
                : own(run);
        return new ShownClusters(run.id(), run.clusterSizes(), colours, run.clusters());
    }

    private static ClusterColours own(RunRecord run) {
        return ClusterColours.of(run.clusterSizes().size(), run.clusters().colours());
    }

    /** Whether names, colours and order can be kept: they are kept with a recorded run. */
    public boolean recorded() {
        return run != RunRecord.UNRECORDED;
    }

    /** The clusters in the order in which they are listed. */
    public List<Integer> order() {
        return styles.order(sizes.size());
    }
}
