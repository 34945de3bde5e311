// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

/**
 * What every statistic is made from: a slice's exact integer histogram, order statistics and central power sums. A view on
 * buffers that the next slice overwrites: use it during the call it is passed to, on that thread.
 */
public interface SliceSummary {
    /** Bins of the mode's histogram, as in the published notebook. */
    int MODE_BINS = 1024;

    /** Pixels of the slice, 1 or more. */
    int count();

    /** Smallest grey value. */
    int min();

    /** Largest grey value. */
    int max();

    /** Arithmetic mean, grey values. */
    double mean();

    /** Population variance, grey values squared. */
    double variance();

    /** Third central moment, grey values cubed. */
    double thirdMoment();

    /** Fourth central moment, grey values to the fourth. */
    double fourthMoment();

    /** The grey value of a rank in ascending order, 0 to {@code count() - 1}. */
    int ranked(int rank);

    /** The most frequent grey value, the smallest on a tie. */
    int modeValue();

    /** The fullest of {@link #MODE_BINS} equal bins over min..max, the first on a tie; as {@code numpy.histogram} counts. */
    int modeBin();

    /** Pixels in {@link #modeBin()}. */
    int modeBinCount();

    /** NumPy's linear interpolation between order statistics. */
    default double percentile(double percent) {
        double position = (count() - 1) * (percent / 100);
        int below = (int) Math.floor(position);
        double share = position - below;
        double low = ranked(below);
        double high = ranked(Math.min(below + 1, count() - 1));
        return share >= 0.5 ? high - (high - low) * (1 - share) : low + (high - low) * share;
    }

    /** Lower edge of a bin of the mode's histogram; a constant slice v has the range v - 0.5 .. v + 0.5. */
    default double modeBinEdge(int bin) {
        return min() == max()
                ? min() - 0.5 + bin / (double) MODE_BINS
                : min() + bin * ((max() - min()) / (double) MODE_BINS);
    }
}
