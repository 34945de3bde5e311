// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.List;

/**
 * How images become slices.
 *
 * @param grid rows x columns of slices an image is cut into; with a stride it gives the size of a slice
 * @param preparation of the pixels
 */
public record Slicing(Grid grid, Preparation preparation) {
    /** The pixels as they are. */
    public static Slicing of(Grid grid) {
        return new Slicing(grid, Preparation.NONE);
    }

    /** The pixels as they are, for several grids. */
    public static List<Slicing> of(List<Grid> grids) {
        return grids.stream().map(Slicing::of).toList();
    }

    /** Which slices there are, in words: equal for slicings whose slices are the same pixels. */
    public String geometry() {
        return preparation.stride() == 0
                ? grid.toString()
                : grid + ", bin " + preparation.bin() + ", stride " + preparation.stride();
    }

    /** In words, such as {@code 16x16, bin 2}. */
    @Override
    public String toString() {
        String words = preparation.toString();
        return words.isEmpty() ? grid.toString() : grid + ", " + words;
    }
}
