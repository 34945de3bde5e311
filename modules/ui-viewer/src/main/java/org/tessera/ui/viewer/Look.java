// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.charts.ClusterColours;
import org.tessera.tracking.RunDetails;

/**
 * How slices of a cluster, or with about the same value, are painted.
 *
 * @param colour of the slices
 * @param opacity 0..1
 * @param outlined whether each has a border of its colour
 */
record Look(Color colour, double opacity, boolean outlined) {
    private static final int STEPS = 255;

    /** The looks of what is shown: of its clusters, or of its values from least to greatest. */
    static List<Look> of(ViewerState state) {
        Overlay overlay = state.overlay();
        if (state.heat() != null) {
            return IntStream.rangeClosed(0, STEPS)
                    .mapToObj(step -> step / (double) STEPS)
                    .map(share -> new Look(
                            overlay.colours().heat(share), overlay.opacity() * (overlay.fading() ? share : 1), false))
                    .toList();
        }
        ClusterColours colours = state.colours();
        return IntStream.range(0, colours.size())
                .mapToObj(cluster -> new Look(
                        colours.colour(cluster),
                        overlay.opacity() * colours.strength(cluster),
                        !colours.isQuiet(cluster)))
                .toList();
    }

    /** Which of the looks a slice has; -1 for none. */
    static int indexOf(ViewerState state, RunDetails details, int slice) {
        Heat heat = state.heat();
        if (heat != null) {
            double share = heat.share(slice);
            return Double.isNaN(share) ? -1 : (int) Math.round(share * STEPS);
        }
        int label = details.labels().get(slice);
        return label < 0 || state.overlay().hidden().contains(label) ? -1 : label;
    }
}
