// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;
import org.tessera.engine.image.GrayImage;

/**
 * Fills a {@link SliceSummary} from pixels. Power sums are exact integers about the mean rounded to a grey value, so the
 * moments lose nothing to cancellation; the small remainder of the mean is corrected in double (binomial shift). One a
 * thread.
 */
final class SliceAccumulator implements SliceSummary {
    private final int[] histogram = new int[1 << 16];
    private final int[] upTo = new int[1 << 16];
    private final Wide third = new Wide();
    private final Wide fourth = new Wide();
    private int count;
    private int min;
    private int max;
    private double mean;
    private double variance;
    private double thirdMoment;
    private double fourthMoment;
    private int modeValue;
    private int modeBin;
    private int modeBinCount;

    /** Summarises the {@code width} x {@code height} pixels from (left, top). */
    void load(GrayImage image, int left, int top, int width, int height) {
        Arrays.fill(histogram, min, max + 1, 0);
        short[] pixels = image.pixels();
        int stride = image.width();
        int least = Integer.MAX_VALUE;
        int most = 0;
        long sum = 0;
        for (int y = top; y < top + height; y++) {
            for (int i = y * stride + left, end = i + width; i < end; i++) {
                int value = pixels[i] & 0xffff;
                histogram[value]++;
                sum += value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        count = width * height;
        min = least;
        max = most;
        moments(sum);
        modes();
    }

    private void moments(long sum) {
        long centre = Math.round((double) sum / count);
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
        double n = count;
        double shift = (sum - centre * count) / n;
        double second = squares / n;
        double raw3 = third.value() / n;
        double raw4 = fourth.value() / n;
        mean = (double) sum / n;
        variance = second - shift * shift;
        thirdMoment = raw3 - 3 * shift * second + 2 * shift * shift * shift;
        fourthMoment = raw4 - 4 * shift * raw3 + 6 * shift * shift * second - 3 * shift * shift * shift * shift;
    }

    private void modes() {
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
    public int count() {
        return count;
    }

    @Override
    public int min() {
        return min;
    }

    @Override
    public int max() {
        return max;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double variance() {
        return variance;
    }

    @Override
    public double thirdMoment() {
        return thirdMoment;
    }

    @Override
    public double fourthMoment() {
        return fourthMoment;
    }

    @Override
    public int modeValue() {
        return modeValue;
    }

    @Override
    public int modeBin() {
        return modeBin;
    }

    @Override
    public int modeBinCount() {
        return modeBinCount;
    }
}
