// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Set;
import org.tessera.charts.ColourMap;
import org.tessera.charts.Heatmap;

/**
 * How what is known of slices is painted over the mosaic.
 *
 * @param opacity 0..1
 * @param colours of the clusters
 * @param borders whether every slice has a border
 * @param hidden clusters that are switched off
 * @param fading whether slices with a low value are painted fainter
 * @param ghost whether slices of the recorded run are framed while parameters are moved
 */
public record Overlay(
        double opacity, ColourMap colours, boolean borders, boolean fading, Set<Integer> hidden, boolean ghost) {
    /** As windows begin. */
    public static final Overlay DEFAULT =
            new Overlay(Heatmap.DEFAULT_OPACITY, ColourMap.CLUSTERS, false, false, Set.of(), true);

    public Overlay {
        hidden = Set.copyOf(hidden);
    }

    public Overlay withColours(double otherOpacity, ColourMap otherColours, boolean otherBorders, boolean otherFading) {
        return new Overlay(otherOpacity, otherColours, otherBorders, otherFading, hidden, ghost);
    }

    public Overlay withHidden(Set<Integer> other) {
        return new Overlay(opacity, colours, borders, fading, other, ghost);
    }

    public Overlay withGhost(boolean shown) {
        return new Overlay(opacity, colours, borders, fading, hidden, shown);
    }
}
