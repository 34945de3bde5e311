// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

/** Histograms of a slice from its order statistics, and what their shape tells. */
final class Shape {
    private static final int BINS = 100;
    private static final double LOW_PERCENT = 0.5;
    private static final double HIGH_PERCENT = 99.5;
    private static final double SIGMA = 2;
    private static final int REACH = (int) (4 * SIGMA);

    private Shape() {}

    /** Pixels in equal bins over low..high, the last with its upper end; as {@code numpy.histogram} with a range. */
    static double[] histogram(SliceSummary slice, double low, double high, int bins) {
        double[] counts = new double[bins];
        int before = below(slice, low);
        for (int bin = 0; bin < bins; bin++) {
            double edge = low + (bin + 1) * ((high - low) / bins);
            int upTo = bin == bins - 1 ? below(slice, Math.nextUp(high)) : below(slice, edge);
            counts[bin] = upTo - before;
            before = upTo;
        }
        return counts;
    }

    /** Pixels with a value under {@code value}. */
    private static int below(SliceSummary slice, double value) {
        int low = 0;
        int high = slice.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slice.ranked(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * How many-peaked: the histogram of the middle 99 % in 100 bins, smoothed by a Gaussian of two bins (mirrored at the
     * ends), the sum of its absolute differences over its maximum. One peak that falls to nothing on both sides gives 2.
     */
    static double manyPeaked(SliceSummary slice) {
        double low = slice.percentile(LOW_PERCENT);
        double high = slice.percentile(HIGH_PERCENT);
        if (!(high > low)) {
            return Double.NaN;
        }
        double[] smooth = smoothed(histogram(slice, low, high, BINS));
        double sum = 0;
        double most = smooth[0];
        for (int bin = 1; bin < smooth.length; bin++) {
            sum += Math.abs(smooth[bin] - smooth[bin - 1]);
            most = Math.max(most, smooth[bin]);
        }
        return sum / most;
    }

    private static double[] smoothed(double[] counts) {
        double[] kernel = new double[2 * REACH + 1];
        double total = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-0.5 * (i - REACH) * (i - REACH) / (SIGMA * SIGMA));
            total += kernel[i];
        }
        double[] smooth = new double[counts.length];
        for (int bin = 0; bin < counts.length; bin++) {
            for (int i = 0; i < kernel.length; i++) {
                int from = bin + i - REACH;
                int mirrored = from < 0 ? -from - 1 : from >= counts.length ? 2 * counts.length - from - 1 : from;
                smooth[bin] += kernel[i] / total * counts[mirrored];
            }
        }
        return smooth;
    }
}
