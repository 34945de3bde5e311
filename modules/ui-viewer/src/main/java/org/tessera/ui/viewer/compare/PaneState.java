// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterColours;
import org.tessera.charts.ColourMap;
import org.tessera.store.RunRecord;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.Heat;
import org.tessera.ui.viewer.HeatOf;
import org.tessera.ui.viewer.Overlay;
import org.tessera.ui.viewer.ShownClusters;
import org.tessera.ui.viewer.ViewerState;

/** What the canvas of one of the runs that are compared shows. */
final class PaneState {
    private PaneState() {}

    /** @param place among the runs; 0 is the reference */
    static ViewerState of(CompareState state, int place) {
        Compared compared = state.runs().get(place);
        RunRecord run = compared.run();
        ClusterColours reference = state.runs().get(0).own();
        ClusterColours colours = state.aligned() && place > 0 ? compared.alignedTo(reference) : compared.own();
        PaneLook look = state.look(run.id());
        List<Integer> bright = state.selected()
                .getOrDefault(run.id(), state.differences() && place > 0 ? compared.changed() : List.of());
        return new ViewerState(
                state.mosaic(),
                Objects.requireNonNull(state.mosaic()).range(),
                compared.details(),
                "",
                "",
                Overlay.DEFAULT.withColours(look.opacity(), ColourMap.CLUSTERS, false, false),
                state.imageNames(),
                heat(look, compared),
                bright,
                new ShownClusters(run.id(), run.clusterSizes(), colours, run.clusters()),
                null);
    }

    private static @Nullable Heat heat(PaneLook look, Compared compared) {
        HeatOf wanted = look.heat();
        RunDetails measured = look.measured();
        if (CompareState.DISAGREEMENT.equals(wanted)) {
            return new Heat(CompareState.DISAGREEMENT, compared.disagreement(), 0, 1);
        }
        return wanted == null || measured == null ? null : wanted.of(measured).orElse(null);
    }

    static String title(CompareState state, int place) {
        RunRecord run = state.runs().get(place).run();
        return "Run " + run.id() + " · " + run.parameterText("grid").replace("x", " × ") + ", k "
                + run.clusterSizes().size();
    }
}
