// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.List;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.Monitor;

/** The slices of one grid over one image, whose rows come from top to bottom: one row of slices is in memory. */
final class GridBands {
    private final Grid grid;
    private final int sliceHeight;
    private final int sliceWidth;
    private final int width;
    private final List<Statistic> statistics;
    private final List<SliceCounter> counters;
    private final double[] values;
    private int next;

    /**
     * The slices of an image.
     *
     * @param counters one for each column of the grid
     */
    GridBands(Grid grid, int width, int height, List<Statistic> statistics, List<SliceCounter> counters) {
        this.grid = grid;
        this.width = width;
        this.sliceHeight = grid.sliceHeight(height);
        this.sliceWidth = grid.sliceWidth(width);
        this.statistics = statistics;
        this.counters = counters;
        this.values = new double[grid.slices() * statistics.size()];
    }

    /** The statistics of each slice: rows, then columns, then statistics. */
    double[] values() {
        return values;
    }

    void rows(int top, int count, short[] pixels, Monitor monitor) {
        int end = Math.min(top + count, grid.rows() * sliceHeight);
        for (int y = top; y < end; ) {
            monitor.check();
            int bandEnd = (y / sliceHeight + 1) * sliceHeight;
            int rows = Math.min(end, bandEnd) - y;
            if (y % sliceHeight == 0) {
                counters.forEach(SliceCounter::begin);
            }
            for (int column = 0; column < grid.columns(); column++) {
                SliceCounter counter = counters.get(column);
                int from = (y - top) * width + column * sliceWidth;
                for (int row = 0; row < rows; row++) {
                    counter.add(pixels, from + row * width, sliceWidth);
                }
            }
            y += rows;
            if (y == bandEnd) {
                finishBand();
            }
        }
    }

    private void finishBand() {
        for (SliceCounter counter : counters) {
            counter.finish();
            for (Statistic statistic : statistics) {
                values[next++] = statistic.of(counter);
            }
        }
    }
}
