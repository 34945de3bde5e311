// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.task.Monitor;

/** The slices of one slicing over one image, whose rows come from top to bottom. */
interface SliceBands {
    /**
     * The slices of an image.
     *
     * @param width of the image in prepared pixels
     * @param sums over a refinement of all grids of small slices; told of rows before these bands are
     */
    static SliceBands of(
            ImageSlices slices, int width, List<Statistic> statistics, CounterPool pool, Optional<PowerSums> sums) {
        int pixels = pixels(slices);
        return slices.overlap()
                ? new OverlappingBands(
                        slices, width, statistics, pool.take(1, pixels).get(0))
                : new GridBands(
                        slices,
                        width,
                        statistics,
                        pool.take(slices.columns(), pixels),
                        sums.filter(refined -> refined.covers(slices)));
    }

    /** Pixels of a slice. */
    static int pixels(ImageSlices slices) {
        return (int) Math.min(Integer.MAX_VALUE, (long) slices.height() * slices.width());
    }

    /** Takes rows; a band may hold several. */
    void rows(int top, int count, short[] pixels, Monitor monitor);

    /** The statistics of each slice: rows, then columns, then statistics. */
    double[] values();
}
