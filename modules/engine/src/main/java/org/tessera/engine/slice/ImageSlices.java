// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.image.MosaicLayout;

/**
 * The slices of one image. Lengths are prepared pixels: those after binning.
 *
 * @param rows of slices; 0 if the slicing is finer than the image
 * @param columns of slices; 0 if the slicing is finer than the image
 * @param height of a slice
 * @param width of a slice
 * @param down from one row of slices to the next
 * @param across from one column of slices to the next
 * @param bin pixels of the image a side of a prepared one
 */
public record ImageSlices(int rows, int columns, int height, int width, int down, int across, int bin) {
    /**
     * The slices of an image.
     *
     * @param imageWidth pixels of the image as it is
     * @param imageHeight pixels of the image as it is
     */
    public static ImageSlices of(Slicing slicing, int imageWidth, int imageHeight) {
        int bin = slicing.preparation().bin();
        int stride = slicing.preparation().stride();
        Grid grid = slicing.grid();
        int height = grid.sliceHeight(imageHeight / bin);
        int width = grid.sliceWidth(imageWidth / bin);
        if (height < 1 || width < 1) {
            return new ImageSlices(0, 0, 0, 0, 0, 0, bin);
        }
        return stride == 0
                ? new ImageSlices(grid.rows(), grid.columns(), height, width, height, width, bin)
                : new ImageSlices(
                        (imageHeight / bin - height) / stride + 1,
                        (imageWidth / bin - width) / stride + 1,
                        height,
                        width,
                        stride,
                        stride,
                        bin);
    }

    /** The slices of each image of a mosaic. */
    public static List<ImageSlices> of(Slicing slicing, MosaicLayout layout) {
        return layout.places().stream()
                .map(place -> of(slicing, place.width(), place.height()))
                .toList();
    }

    /** How many. */
    public int count() {
        return rows * columns;
    }

    /** Whether neighbours share pixels. */
    public boolean overlap() {
        return down < height || across < width;
    }

    /** Which slices there are in a set of images: images in order, then rows, then columns. */
    public static List<SliceRef> refs(List<ImageSlices> images) {
        List<SliceRef> refs = new ArrayList<>();
        for (int image = 0; image < images.size(); image++) {
            ImageSlices slices = images.get(image);
            for (int i = 0; i < slices.count(); i++) {
                refs.add(new SliceRef(image, i / slices.columns, i % slices.columns));
            }
        }
        return refs;
    }

    /** Where a slice is painted: the pixels nearest to its middle, so that slices that overlap share no pixel. */
    SliceRect painted(int row, int column) {
        int top = from(row, down, height);
        int left = from(column, across, width);
        return new SliceRect(
                left * bin,
                top * bin,
                (to(column, columns, across, width) - left) * bin,
                (to(row, rows, down, height) - top) * bin);
    }

    private static int from(int index, int step, int size) {
        return index == 0 ? 0 : index * step + (size - step) / 2;
    }

    private static int to(int index, int count, int step, int size) {
        return index == count - 1 ? index * step + size : from(index + 1, step, size);
    }
}
