// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the pixels of each image lie in the mosaic, images abutting: a row is as high as its highest image, a column as wide
 * as its widest.
 *
 * @param width of the mosaic in pixels
 * @param height of the mosaic in pixels
 * @param places of the images in order
 */
public record MosaicLayout(int width, int height, List<Place> places) {
    /**
     * Where an image lies.
     *
     * @param x of its left edge, pixels from the mosaic's left
     * @param y of its top edge, pixels from the mosaic's top
     * @param width pixels
     * @param height pixels
     */
    public record Place(int x, int y, int width, int height) {}

    public MosaicLayout {
        places = List.copyOf(places);
    }

    /**
     * The layout of images in a mosaic.
     *
     * @param mosaic the cells
     * @param widths of the images in order, pixels
     * @param heights of the images in order, pixels
     */
    public static MosaicLayout of(Mosaic mosaic, List<Integer> widths, List<Integer> heights) {
        int[] columnWidth = new int[mosaic.columns()];
        int[] rowHeight = new int[mosaic.rows()];
        for (int i = 0; i < widths.size(); i++) {
            columnWidth[mosaic.column(i)] = Math.max(columnWidth[mosaic.column(i)], widths.get(i));
            rowHeight[mosaic.row(i)] = Math.max(rowHeight[mosaic.row(i)], heights.get(i));
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            places.add(new Place(
                    Arrays.stream(columnWidth, 0, mosaic.column(i)).sum(),
                    Arrays.stream(rowHeight, 0, mosaic.row(i)).sum(),
                    widths.get(i),
                    heights.get(i)));
        }
        return new MosaicLayout(
                Arrays.stream(columnWidth).sum(), Arrays.stream(rowHeight).sum(), places);
    }
}
