// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.PixelSink;
import org.tessera.engine.slice.Preparation;

/** Prepares the pixels of one image on their way: flat field, inversion, binning. */
final class PreparedPixels implements PixelSink {
    private final Preparation preparation;
    private final @Nullable FlatField background;
    private final PixelSink next;
    private int width;
    private int height;
    private int most;
    private short[] band = {};
    private long[] sums = {};
    private double[] brightness = {};

    /**
     * Prepares for another sink, which is told of the prepared size.
     *
     * @param background of the set, where the preparation has a flat field
     */
    PreparedPixels(Preparation preparation, @Nullable FlatField background, PixelSink next) {
        this.preparation = preparation;
        this.background = background;
        this.next = next;
    }

    @Override
    public void begin(int columns, int rows, int bitDepth) {
        width = columns;
        height = rows;
        most = (1 << bitDepth) - 1;
        brightness = new double[columns];
        sums = new long[columns / preparation.bin()];
        next.begin(columns / preparation.bin(), rows / preparation.bin(), bitDepth);
    }

    @Override
    public void rows(int top, int count, short[] pixels) {
        if (band.length < count * width) {
            band = new short[count * width];
        }
        System.arraycopy(pixels, 0, band, 0, count * width);
        if (background != null) {
            for (int y = 0; y < count; y++) {
                flatten(background, top + y, y * width);
            }
        }
        if (preparation.invert()) {
            for (int i = 0; i < count * width; i++) {
                band[i] = (short) (most - Short.toUnsignedInt(band[i]));
            }
        }
        if (preparation.bin() == 1) {
            next.rows(top, count, band);
        } else {
            bin(top, count);
        }
    }

    private void flatten(FlatField field, int y, int from) {
        field.row(y, width, height, brightness);
        for (int x = 0; x < width; x++) {
            double flat = Short.toUnsignedInt(band[from + x]) / brightness[x] + 0.5;
            band[from + x] = (short) (int) Math.min(most, flat);
        }
    }

    /** Rows are summed until they make one, so that a bin may reach over two bands. */
    private void bin(int top, int count) {
        int bin = preparation.bin();
        long area = (long) bin * bin;
        int done = 0;
        for (int y = 0; y < count; y++) {
            for (int i = 0; i < sums.length; i++) {
                int from = y * width + i * bin;
                for (int x = from; x < from + bin; x++) {
                    sums[i] += Short.toUnsignedInt(band[x]);
                }
            }
            if ((top + y) % bin == bin - 1) {
                // a binned row is shorter than the rows it was made from, so what is overwritten has been used
                for (int i = 0; i < sums.length; i++) {
                    band[done * sums.length + i] = (short) ((sums[i] + area / 2) / area);
                    sums[i] = 0;
                }
                done++;
            }
        }
        if (done > 0) {
            next.rows(top / bin, done, band);
        }
    }
}
