// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.List;
import java.util.Optional;

/**
 * Runs by two scores, and those with the best trade-offs.
 *
 * @param xLabel a score
 * @param yLabel another
 * @param others runs that others dominate, hollow where degenerate
 * @param front runs that none dominates, in the order of the line that joins them
 * @param dominating those of the front that dominate the run in hand
 * @param selected the run in hand
 */
public record FrontPlot(
        String xLabel,
        String yLabel,
        List<LinePlot.Point> others,
        List<LinePlot.Point> front,
        List<LinePlot.Point> dominating,
        Optional<LinePlot.Point> selected) {
    public FrontPlot {
        others = List.copyOf(others);
        front = List.copyOf(front);
        dominating = List.copyOf(dominating);
    }

    /** All runs by series as drawn: the others, the front, those that dominate, the one in hand. */
    List<List<LinePlot.Point>> series() {
        return List.of(others, front, dominating, selected.stream().toList());
    }
}
