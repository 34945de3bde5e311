// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.task.Monitor;

/** Slices that abut: one row of them is in memory. */
final class GridBands implements SliceBands {
    private final ImageSlices slices;
    private final int width;
    private final List<Statistic> statistics;
    private final List<SliceCounter> counters;
    private final Optional<PowerSums> sums;
    private final PowerSums.OfSlice ofSlice = new PowerSums.OfSlice();
    private final double[] values;
    private int next;

    /**
     * Bands of slices.
     *
     * @param counters one for each column of slices
     * @param sums over a refinement of these slices, where there is one
     */
    GridBands(
            ImageSlices slices,
            int width,
            List<Statistic> statistics,
            List<SliceCounter> counters,
            Optional<PowerSums> sums) {
        this.slices = slices;
        this.width = width;
        this.statistics = statistics;
        this.counters = counters;
        this.sums = sums;
        this.values = new double[slices.count() * statistics.size()];
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public void rows(int top, int count, short[] pixels, Monitor monitor) {
        int sliceHeight = slices.height();
        int sliceWidth = slices.width();
        int end = Math.min(top + count, slices.rows() * sliceHeight);
        for (int y = top; y < end; ) {
            monitor.check();
            int bandEnd = (y / sliceHeight + 1) * sliceHeight;
            int rows = Math.min(end, bandEnd) - y;
            if (y % sliceHeight == 0) {
                counters.forEach(SliceCounter::begin);
            }
            for (int column = 0; column < slices.columns(); column++) {
                SliceCounter counter = counters.get(column);
                int from = (y - top) * width + column * sliceWidth;
                for (int row = 0; row < rows; row++) {
                    counter.add(pixels, from + row * width, sliceWidth);
                }
            }
            y += rows;
            if (y == bandEnd) {
                finishBand(bandEnd);
            }
        }
    }

    private void finishBand(int bottom) {
        for (int column = 0; column < counters.size(); column++) {
            SliceCounter counter = counters.get(column);
            if (sums.isPresent() && counter instanceof KeptPixels kept) {
                int left = column * slices.width();
                sums.get().slice(left, bottom - slices.height(), left + slices.width(), bottom, ofSlice);
                kept.finish(ofSlice);
            } else {
                counter.finish();
            }
            for (Statistic statistic : statistics) {
                values[next++] = statistic.of(counter);
            }
        }
    }
}
