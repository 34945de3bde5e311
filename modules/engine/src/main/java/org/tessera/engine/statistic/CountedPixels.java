// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;

/** A large slice: the number of pixels of each grey value. */
final class CountedPixels extends SliceCounter {
    private final int[] histogram = new int[1 << 16];
    private final int[] upTo = new int[1 << 16];
    private final Wide third = new Wide();
    private final Wide fourth = new Wide();
    private long sum;
    private int number;
    private boolean hasModes;
    private int modeValue;
    private int modeBin;
    private int modeBinCount;

    @Override
    void begin() {
        Arrays.fill(histogram, min, max + 1, 0);
        sum = 0;
        number = 0;
        min = 0xffff;
        max = 0;
    }

    @Override
    void add(short[] pixels, int from, int more) {
        int least = min;
        int most = max;
        long added = 0;
        for (int i = from; i < from + more; i++) {
            int value = pixels[i] & 0xffff;
            histogram[value]++;
            added += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        min = least;
        max = most;
        sum += added;
        number += more;
    }

    @Override
    void finish() {
        hasModes = false;
        sumPowers();
    }

    private void sumPowers() {
        long centre = Math.round((double) sum / number);
        long squares = 0;
        third.clear();
        fourth.clear();
        int seen = 0;
        for (int value = min; value <= max; value++) {
            int times = histogram[value];
            seen += times;
            upTo[value] = seen;
            if (times != 0) {
                long distance = value - centre;
                long square = distance * distance;
                squares += square * times;
                third.addProduct(square * times, distance);
                fourth.addProduct(square * times, square);
            }
        }
        moments(number, sum, centre, squares, third.value(), fourth.value());
    }

    private void findModes() {
        if (hasModes) {
            return;
        }
        hasModes = true;
        int range = max - min;
        modeValue = min;
        modeBin = range == 0 ? MODE_BINS / 2 : 0;
        modeBinCount = 0;
        int bin = modeBin;
        int inBin = 0;
        for (int value = min; value <= max; value++) {
            int times = histogram[value];
            if (times > histogram[modeValue]) {
                modeValue = value;
            }
            int its = range == 0 ? bin : Math.min(MODE_BINS - 1, (int) ((value - min) * (long) MODE_BINS / range));
            if (its != bin) {
                keepFuller(bin, inBin);
                bin = its;
                inBin = 0;
            }
            inBin += times;
        }
        keepFuller(bin, inBin);
    }

    private void keepFuller(int bin, int inBin) {
        if (inBin > modeBinCount) {
            modeBin = bin;
            modeBinCount = inBin;
        }
    }

    @Override
    public int ranked(int rank) {
        int low = min;
        int high = max;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public int modeValue() {
        findModes();
        return modeValue;
    }

    @Override
    public int modeBin() {
        findModes();
        return modeBin;
    }

    @Override
    public int modeBinCount() {
        findModes();
        return modeBinCount;
    }
}
