// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.Arrays;

/** A score of every slice, such as its silhouette; NaN where a slice has none. Immutable. */
public final class SliceScores {
    /** Of no slice: not computed, or not defined. */
    public static final SliceScores NONE = new SliceScores(new double[0]);

    private final double[] values;

    private SliceScores(double[] values) {
        this.values = values;
    }

    /** A copy of values. */
    public static SliceScores of(double[] values) {
        return new SliceScores(values.clone());
    }

    /** How many slices. */
    public int size() {
        return values.length;
    }

    /** That of a slice. */
    public double get(int slice) {
        return values[slice];
    }

    /** A copy. */
    public double[] toArray() {
        return values.clone();
    }

    /**
     * Those of some rows as those of all.
     *
     * @param rows the row of each slice
     * @param total how many rows there are
     */
    public SliceScores spread(int[] rows, int total) {
        if (values.length == 0) {
            return this;
        }
        double[] all = new double[total];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = values[i];
        }
        return new SliceScores(all);
    }
}
