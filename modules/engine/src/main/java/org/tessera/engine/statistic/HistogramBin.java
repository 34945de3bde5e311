// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The share of a slice's pixels in one of some equal bins over its own min..max, 0..1: the shape of its histogram as features.
 *
 * @param bin from 1
 * @param bins 2 to 64
 */
record HistogramBin(int bin, int bins) implements Statistic {
    private static final Pattern ID = Pattern.compile("histogram_(\\d{1,2})_of_(\\d{1,2})");
    private static final Pattern SET = Pattern.compile("histogram-(\\d{1,2})");
    private static final int MOST = 64;

    /** The statistic of an id such as {@code histogram_3_of_8}. */
    static Optional<Statistic> ofId(String id) {
        Matcher found = ID.matcher(id);
        if (!found.matches()) {
            return Optional.empty();
        }
        int bin = Integer.parseInt(found.group(1));
        int bins = Integer.parseInt(found.group(2));
        return bins >= 2 && bins <= MOST && bin >= 1 && bin <= bins
                ? Optional.of(new HistogramBin(bin, bins))
                : Optional.empty();
    }

    /** The ids of a preset such as {@code histogram-8}. */
    static Optional<List<String>> preset(String name) {
        Matcher found = SET.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        int bins = Integer.parseInt(found.group(1));
        return bins < 2 || bins > MOST
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(1, bins)
                        .mapToObj(bin -> new HistogramBin(bin, bins).id())
                        .toList());
    }

    @Override
    public String id() {
        return "histogram_" + bin + "_of_" + bins;
    }

    @Override
    public String description() {
        return "share of the pixels in bin " + bin + " of " + bins + " over min..max, no unit";
    }

    @Override
    public double of(SliceSummary slice) {
        if (slice.min() == slice.max()) {
            return bin == bins / 2 + 1 ? 1 : 0;
        }
        return Shape.histogram(slice, slice.min(), slice.max(), bins)[bin - 1] / slice.count();
    }
}
