// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.List;

/**
 * Slices as dots, coloured by cluster.
 *
 * @param title at the top
 * @param xLabel what lies to the right
 * @param yLabel what lies up
 * @param dots one a slice
 * @param clusters how many there are
 */
public record ScatterPlot(String title, String xLabel, String yLabel, List<Dot> dots, int clusters) {
    /**
     * A slice.
     *
     * @param x to the right
     * @param y up
     * @param cluster its cluster, negative for none
     */
    public record Dot(double x, double y, int cluster) {}

    public ScatterPlot {
        dots = List.copyOf(dots);
    }
}
