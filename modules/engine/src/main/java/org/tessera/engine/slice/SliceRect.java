// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.image.MosaicLayout;

/**
 * The pixels of a slice in its mosaic.
 *
 * @param x of the left edge, pixels
 * @param y of the top edge, pixels
 * @param width pixels
 * @param height pixels
 */
public record SliceRect(int x, int y, int width, int height) {
    /** The slices of all images, in the order of a feature table: images, then rows, then columns. */
    public static List<SliceRect> of(MosaicLayout layout, Grid grid) {
        List<SliceRect> rects = new ArrayList<>(layout.places().size() * grid.slices());
        for (MosaicLayout.Place place : layout.places()) {
            int width = grid.sliceWidth(place.width());
            int height = grid.sliceHeight(place.height());
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    rects.add(new SliceRect(place.x() + column * width, place.y() + row * height, width, height));
                }
            }
        }
        return rects;
    }
}
