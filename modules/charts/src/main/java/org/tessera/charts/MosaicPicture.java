// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.MosaicLayout;

/**
 * The whole mosaic in grey, one grey range for all images, scaled down by a whole factor.
 *
 * @param image 8-bit grey; white where no image lies
 * @param factor pixels of the mosaic a pixel of the picture, 1 or more
 * @param layout of the mosaic
 * @param black the grey value shown black
 * @param white the grey value shown white
 * @param missing the images, by their place in the layout, that were not painted
 */
public record MosaicPicture(
        BufferedImage image, int factor, MosaicLayout layout, int black, int white, Set<Integer> missing) {
    public MosaicPicture {
        missing = Set.copyOf(missing);
    }

    /**
     * Paints the mosaic.
     *
     * @param images in the order of the layout
     * @param longestSide the most pixels of the picture's longer side
     */
    public static MosaicPicture of(List<GrayImage> images, MosaicLayout layout, int longestSide) {
        GreyMosaic.Painter painter = GreyMosaic.Painter.within(layout, longestSide);
        for (int i = 0; i < images.size(); i++) {
            painter.paint(i, images.get(i));
        }
        return painter.mosaic().picture();
    }
}
