// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Slices as dots, coloured by cluster.
 *
 * @param title at the top
 * @param xLabel what lies to the right
 * @param yLabel what lies up
 * @param dots one a slice
 * @param colours of the clusters
 * @param selected slices that are ringed
 */
public record ScatterPlot(
        String title, String xLabel, String yLabel, List<Dot> dots, ClusterColours colours, Set<Integer> selected) {
    /**
     * A slice.
     *
     * @param x to the right
     * @param y up
     * @param cluster its cluster, negative for none
     * @param slice its place among all slices
     */
    public record Dot(double x, double y, int cluster, int slice) {}

    public ScatterPlot {
        dots = List.copyOf(dots);
        selected = Set.copyOf(selected);
    }

    /** The dots in the order in which they are drawn: by cluster, those of none, and once more those that are selected. */
    List<List<Dot>> series() {
        List<List<Dot>> series = new ArrayList<>();
        int clusters = colours.size();
        for (int c = 0; c <= clusters; c++) {
            int cluster = c == clusters ? -1 : c;
            series.add(dots.stream().filter(dot -> dot.cluster() == cluster).toList());
        }
        series.add(dots.stream().filter(dot -> selected.contains(dot.slice())).toList());
        return series;
    }
}
