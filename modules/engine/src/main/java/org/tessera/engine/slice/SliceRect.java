// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.image.MosaicLayout;

/**
 * The pixels of a mosaic where a slice is painted: all of its own, or, where slices overlap, those nearest to its middle.
 *
 * @param x of the left edge, pixels
 * @param y of the top edge, pixels
 * @param width pixels
 * @param height pixels
 */
public record SliceRect(int x, int y, int width, int height) {
    /** The slices of all images, in the order of a feature table: images, then rows, then columns. */
    public static List<SliceRect> of(MosaicLayout layout, Slicing slicing) {
        List<SliceRect> rects = new ArrayList<>();
        for (MosaicLayout.Place place : layout.places()) {
            ImageSlices slices = ImageSlices.of(slicing, place.width(), place.height());
            for (int row = 0; row < slices.rows(); row++) {
                for (int column = 0; column < slices.columns(); column++) {
                    rects.add(slices.painted(row, column).moved(place.x(), place.y()));
                }
            }
        }
        return rects;
    }

    private SliceRect moved(int right, int down) {
        return new SliceRect(x + right, y + down, width, height);
    }
}
