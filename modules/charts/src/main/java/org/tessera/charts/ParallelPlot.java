// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs as lines across parallel axes (Inselberg 1985), one for each parameter or score.
 *
 * @param axes from the left
 * @param lines a run each
 * @param selected number of the run in hand, or null
 */
public record ParallelPlot(
        List<Axis> axes, List<Line> lines, @Nullable Long selected) {
    /**
     * An axis.
     *
     * @param label what lies along it
     * @param ticks from below
     * @param accent whether it is a score
     */
    public record Axis(String label, List<Tick> ticks, boolean accent) {
        public Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /**
     * A value on an axis.
     *
     * @param at 0 below to 1 above
     * @param text as shown
     */
    public record Tick(double at, String text) {}

    /**
     * A run.
     *
     * @param run its number
     * @param at its place on each axis, 0..1; NaN where it has none
     * @param degenerate whether its smallest cluster is too small to trust
     */
    public record Line(long run, List<Double> at, boolean degenerate) {
        public Line {
            at = List.copyOf(at);
        }

        /** Whether it runs through a brush on each axis that has one. */
        public boolean through(List<@Nullable Brush> brushes) {
            for (int i = 0; i < at.size() && i < brushes.size(); i++) {
                Brush brush = brushes.get(i);
                if (brush != null && !(at.get(i) >= brush.from && at.get(i) <= brush.to)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A part of an axis.
     *
     * @param from 0..1
     * @param to 0..1, not less
     */
    public record Brush(double from, double to) {}

    public ParallelPlot {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }
}
