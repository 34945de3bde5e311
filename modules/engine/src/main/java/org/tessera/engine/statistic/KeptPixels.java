// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;

/**
 * A small slice: its pixels are kept, and only what is asked for is made of them. Fewer pixels than grey values make a
 * histogram slower than a look at each.
 */
final class KeptPixels extends SliceCounter {
    private static final int SHIFT = 42;

    private final char[] pixels;
    private final int[] bins = new int[MODE_BINS];
    private char[] sorted = {};
    private int number;
    private boolean isSorted;
    private int modeBin;
    private int modeBinCount;

    KeptPixels(int most) {
        pixels = new char[most];
    }

    @Override
    void begin() {
        number = 0;
        isSorted = false;
        modeBin = -1;
    }

    @Override
    void add(short[] from, int start, int more) {
        char[] to = pixels;
        int at = number;
        for (int i = 0; i < more; i++) {
            to[at + i] = (char) from[start + i];
        }
        number = at + more;
    }

    /**
     * All pixels have been added, and their sums are known.
     *
     * @param sums of these pixels
     */
    void finish(PowerSums.OfSlice sums) {
        min = sums.min;
        max = sums.max;
        moments(
                number,
                sums.sum,
                sums.centre,
                sums.squares,
                (double) sums.cubes,
                (double) sums.fourthsHigh * 0x1p32 + (double) sums.fourthsLow);
    }

    @Override
    void finish() {
        int n = number;
        char[] values = pixels;
        int least = 0xffff;
        int most = 0;
        int sum = 0;
        for (int i = 0; i < n; i++) {
            int value = values[i];
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        min = least;
        max = most;
        long centre = Math.round((double) sum / n);
        long squares = 0;
        long cubes = 0;
        long fourthsLow = 0;
        long fourthsHigh = 0;
        for (int i = 0; i < n; i++) {
            long distance = values[i] - centre;
            long square = distance * distance;
            long fourth = square * square;
            squares += square;
            cubes += square * distance;
            fourthsLow += fourth & 0xffffffffL;
            fourthsHigh += fourth >>> 32;
        }
        // exact as an integer; a double of each half is exact too, and their sum rounds once
        double fourths = (double) (fourthsHigh + (fourthsLow >>> 32)) * 0x1p32 + (double) (fourthsLow & 0xffffffffL);
        moments(n, sum, centre, squares, (double) cubes, fourths);
    }

    /** The bins over min..max by a multiplication in place of a division: exact for 16-bit values. */
    private void countBins() {
        Arrays.fill(bins, 0);
        int range = max - min;
        if (range == 0) {
            bins[MODE_BINS / 2] = number;
        } else {
            long reciprocal = ((1L << SHIFT) + range - 1) / range;
            int least = min;
            for (int i = 0; i < number; i++) {
                int bin = (int) (((pixels[i] - least) * (long) MODE_BINS * reciprocal) >>> SHIFT);
                bins[Math.min(bin, MODE_BINS - 1)]++;
            }
        }
        modeBin = 0;
        for (int bin = 1; bin < MODE_BINS; bin++) {
            modeBin = bins[bin] > bins[modeBin] ? bin : modeBin;
        }
        modeBinCount = bins[modeBin];
    }

    private char[] sorted() {
        if (!isSorted) {
            if (sorted.length < number) {
                sorted = new char[pixels.length];
            }
            System.arraycopy(pixels, 0, sorted, 0, number);
            Arrays.sort(sorted, 0, number);
            isSorted = true;
        }
        return sorted;
    }

    @Override
    public int ranked(int rank) {
        return sorted()[rank];
    }

    @Override
    public int modeValue() {
        char[] values = sorted();
        int mode = values[0];
        int longest = 0;
        int run = 0;
        for (int i = 0; i < number; i++) {
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                mode = values[i];
            }
        }
        return mode;
    }

    @Override
    public int modeBin() {
        if (modeBin < 0) {
            countBins();
        }
        return modeBin;
    }

    @Override
    public int modeBinCount() {
        return modeBin() >= 0 ? modeBinCount : 0;
    }
}
