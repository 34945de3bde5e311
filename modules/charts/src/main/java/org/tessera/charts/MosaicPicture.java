// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
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
 */
public record MosaicPicture(BufferedImage image, int factor, MosaicLayout layout, int black, int white) {
    private static final double CLIPPED = 0.002;

    /**
     * Paints the mosaic.
     *
     * @param images in the order of the layout
     * @param longestSide the most pixels of the picture's longer side
     */
    public static MosaicPicture of(List<GrayImage> images, MosaicLayout layout, int longestSide) {
        int longest = Math.max(layout.width(), layout.height());
        int factor = Math.max(1, (longest + longestSide - 1) / longestSide);
        int[] range = greyRange(images);
        int width = Math.max(1, layout.width() / factor);
        int height = Math.max(1, layout.height() / factor);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        Arrays.fill(target, (byte) 255);
        for (int i = 0; i < images.size(); i++) {
            paint(images.get(i), layout.places().get(i), factor, range, target, width, height);
        }
        return new MosaicPicture(picture, factor, layout, range[0], range[1]);
    }

    private static void paint(
            GrayImage image, MosaicLayout.Place place, int factor, int[] range, byte[] target, int width, int height) {
        short[] pixels = image.pixels();
        double scale = 255.0 / Math.max(1, range[1] - range[0]);
        for (int y = 0; y + factor <= image.height(); y += factor) {
            int targetY = (place.y() + y) / factor;
            for (int x = 0; x + factor <= image.width(); x += factor) {
                int targetX = (place.x() + x) / factor;
                if (targetX < width && targetY < height) {
                    long sum = 0;
                    for (int v = y; v < y + factor; v++) {
                        for (int u = x; u < x + factor; u++) {
                            sum += pixels[v * image.width() + u] & 0xffff;
                        }
                    }
                    double grey = (sum / (double) (factor * factor) - range[0]) * scale;
                    target[targetY * width + targetX] = (byte) Math.max(0, Math.min(255, Math.round(grey)));
                }
            }
        }
    }

    /** The range that clips 0.2 % of all pixels at either end. */
    private static int[] greyRange(List<GrayImage> images) {
        long[] histogram = new long[1 << 16];
        long total = 0;
        for (GrayImage image : images) {
            for (short pixel : image.pixels()) {
                histogram[pixel & 0xffff]++;
            }
            total += image.pixels().length;
        }
        long clip = (long) (total * CLIPPED);
        int black = 0;
        for (long seen = histogram[0]; seen <= clip && black < 65535; seen += histogram[black]) {
            black++;
        }
        int white = 65535;
        for (long seen = histogram[65535]; seen <= clip && white > black; seen += histogram[white]) {
            white--;
        }
        return new int[] {black, Math.max(white, black + 1)};
    }
}
