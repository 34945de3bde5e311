// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.List;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.task.Monitor;

/** Slices that overlap: as many rows of pixels as a slice is high are in memory. */
final class OverlappingBands implements SliceBands {
    private final ImageSlices slices;
    private final int width;
    private final List<Statistic> statistics;
    private final SliceCounter counter;
    private final short[] held;
    private final double[] values;
    private int next;

    /** @param counter for slices of this size */
    OverlappingBands(ImageSlices slices, int width, List<Statistic> statistics, SliceCounter counter) {
        this.slices = slices;
        this.width = width;
        this.statistics = statistics;
        this.counter = counter;
        this.held = new short[slices.height() * width];
        this.values = new double[slices.count() * statistics.size()];
    }

    @Override
    public void rows(int top, int count, short[] pixels, Monitor monitor) {
        for (int y = top; y < top + count; y++) {
            System.arraycopy(pixels, (y - top) * width, held, y % slices.height() * width, width);
            int begin = y + 1 - slices.height();
            if (begin >= 0 && begin % slices.down() == 0 && begin / slices.down() < slices.rows()) {
                for (int column = 0; column < slices.columns(); column++) {
                    monitor.check();
                    finish(column * slices.across());
                }
            }
        }
    }

    private void finish(int left) {
        counter.begin();
        for (int row = 0; row < slices.height(); row++) {
            counter.add(held, row * width + left, slices.width());
        }
        counter.finish();
        for (Statistic statistic : statistics) {
            values[next++] = statistic.of(counter);
        }
    }

    @Override
    public double[] values() {
        return values;
    }
}
