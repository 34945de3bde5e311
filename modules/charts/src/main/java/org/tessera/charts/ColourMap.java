// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.util.List;

/** What colours clusters are painted in. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
public enum ColourMap {
    /** {@link ClusterPalette}: told apart by every eye, the two largest clusters quiet. */
    CLUSTERS("Clusters", List.of()),
    /** Perceptually even, dark to bright (van der Walt and Smith 2015). */
    VIRIDIS(
            "Viridis",
            List.of(
                    new Color(0x440154),
                    new Color(0x3B528B),
                    new Color(0x21918C),
                    new Color(0x5EC962),
                    new Color(0xFDE725))),
    /** Red, yellow, green: the published notebook's (ColorBrewer). */
    RD_YL_GN(
            "RdYlGn",
            List.of(
                    new Color(0xA50026),
                    new Color(0xF46D43),
                    new Color(0xFFFFBF),
                    new Color(0x66BD63),
                    new Color(0x006837)));

    private final String label;
    private final List<Color> stops;

    ColourMap(String label, List<Color> stops) {
        this.label = label;
        this.stops = stops;
    }

    /** The colour of a value, 0..1; {@link #CLUSTERS} has none for values and takes those of {@link #VIRIDIS}. */
    public Color heat(double share) {
        double inside = Math.max(0, Math.min(1, share));
        return stops.isEmpty() ? VIRIDIS.at(inside) : at(inside);
    }

    private Color at(double share) {
        double position = share * (stops.size() - 1);
        int below = Math.min((int) position, stops.size() - 2);
        double rest = position - below;
        Color a = stops.get(below);
        Color b = stops.get(below + 1);
        return new Color(
                mix(a.getRed(), b.getRed(), rest),
                mix(a.getGreen(), b.getGreen(), rest),
                mix(a.getBlue(), b.getBlue(), rest));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }

    @Override
    public String toString() {
        return label;
    }
}
