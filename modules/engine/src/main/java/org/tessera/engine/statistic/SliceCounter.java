// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

/**
 * Takes the pixels of a slice, row by row, and sums them up. Power sums are exact integers about the mean rounded to a grey
 * value, so the moments lose nothing to cancellation; the small remainder of the mean is corrected in double (binomial
 * shift). One thread at a time.
 */
abstract class SliceCounter implements SliceSummary {
    /** Slices of no more pixels keep them; larger ones count them. */
    static final int MOST_KEPT = 1 << 14;

    /** The least grey value, set by {@link #finish} at the latest. */
    int min;

    /** The greatest grey value, set by {@link #finish} at the latest. */
    int max;

    private int count;
    private double mean;
    private double variance;
    private double thirdMoment;
    private double fourthMoment;

    /** A counter for slices of a size. */
    static SliceCounter forSlicesOf(int pixels) {
        return pixels <= MOST_KEPT ? new KeptPixels(pixels) : new CountedPixels();
    }

    /** Begins another slice. */
    abstract void begin();

    /** Adds pixels. */
    abstract void add(short[] pixels, int from, int number);

    /** All pixels have been added: the summary can be asked. */
    abstract void finish();

    /**
     * Sets count, mean and moments from sums over all pixels.
     *
     * @param pixels how many
     * @param sum of the values
     * @param centre the mean rounded to a grey value
     * @param squares sum of (value - centre)^2
     * @param cubes sum of (value - centre)^3
     * @param fourths sum of (value - centre)^4
     */
    final void moments(int pixels, long sum, long centre, long squares, double cubes, double fourths) {
        double n = pixels;
        double shift = (sum - centre * pixels) / n;
        double second = squares / n;
        double raw3 = cubes / n;
        double raw4 = fourths / n;
        count = pixels;
        mean = sum / n;
        variance = second - shift * shift;
        thirdMoment = raw3 - 3 * shift * second + 2 * shift * shift * shift;
        fourthMoment = raw4 - 4 * shift * raw3 + 6 * shift * shift * second - 3 * shift * shift * shift * shift;
    }

    @Override
    public final int count() {
        return count;
    }

    @Override
    public final int min() {
        return min;
    }

    @Override
    public final int max() {
        return max;
    }

    @Override
    public final double mean() {
        return mean;
    }

    @Override
    public final double variance() {
        return variance;
    }

    @Override
    public final double thirdMoment() {
        return thirdMoment;
    }

    @Override
    public final double fourthMoment() {
        return fourthMoment;
    }
}
