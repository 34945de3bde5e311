// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of clusters, told apart also by colour-blind eyes. The two largest clusters take the quiet colours, painted
 * fainter, so that what is rare stands out.
 */
public final class ClusterPalette {
    private static final List<Color> COLOURS = List.of(
            new Color(0xA2B9CA),
            new Color(0xE3D7B2),
            new Color(0x24806A),
            new Color(0xEE4025),
            new Color(0x513B99),
            new Color(0xFFB90C),
            new Color(0x407FE6),
            new Color(0xDF6A92));

    /** Colours before they repeat. */
    public static final int SIZE = 8;

    private static final double QUIET = 0.42;

    private ClusterPalette() {}

    /** The places in the palette of clusters by size; of two, the second takes the third place. */
    static List<Integer> places(int clusters) {
        return clusters == 2
                ? List.of(0, 2)
                : IntStream.range(0, clusters).boxed().toList();
    }

    /** Whether a place is one of the two quiet ones. */
    private static boolean isQuiet(int place) {
        return place < 2;
    }

    static Color at(int place) {
        return COLOURS.get(place % SIZE);
    }

    /** The colours in their order. */
    public static List<Color> colours() {
        return COLOURS;
    }

    static double strengthAt(int place) {
        return isQuiet(place) ? QUIET : 1;
    }

    /** The colour as {@code #RRGGBB}. */
    public static String hex(Color colour) {
        return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
    }
}
