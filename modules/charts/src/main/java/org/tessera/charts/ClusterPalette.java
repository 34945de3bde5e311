// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.util.List;

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

    /**
     * The colour of a cluster.
     *
     * @param cluster 0 is the largest
     * @param clusters how many there are; of two, the second takes the third colour
     */
    public static Color colour(int cluster, int clusters) {
        return COLOURS.get(clusters == 2 && cluster == 1 ? 2 : cluster % SIZE);
    }

    /** The share of the overlay's opacity a cluster is painted at, 0..1. */
    public static double strength(int cluster, int clusters) {
        return isQuiet(cluster, clusters) ? QUIET : 1;
    }

    /** Whether a cluster is one of the two largest and so not outlined. */
    public static boolean isQuiet(int cluster, int clusters) {
        return cluster == 0 || (cluster == 1 && clusters > 2);
    }

    /** The colour as {@code #RRGGBB}. */
    public static String hex(Color colour) {
        return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
    }
}
