// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final double CLIPPED = 0.002;

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
        Painter painter = new Painter(layout, longestSide);
        for (int i = 0; i < images.size(); i++) {
            painter.paint(i, images.get(i));
        }
        return painter.picture();
    }

    /**
     * Paints a mosaic image by image, so that only the images in hand are in memory. Any thread, several at a time; the
     * order does not matter.
     */
    public static final class Painter {
        private final MosaicLayout layout;
        private final int factor;
        private final int width;
        private final int height;
        private final short[] means;
        private final Set<Integer> painted = new TreeSet<>();
        private final long[] histogram = new long[1 << 16];

        /**
         * An empty mosaic.
         *
         * @param layout where each image will lie
         * @param longestSide the most pixels of the picture's longer side
         */
        public Painter(MosaicLayout layout, int longestSide) {
            this.layout = layout;
            int longest = Math.max(layout.width(), layout.height());
            this.factor = Math.max(1, (longest + longestSide - 1) / longestSide);
            this.width = Math.max(1, layout.width() / factor);
            this.height = Math.max(1, layout.height() / factor);
            this.means = new short[width * height];
        }

        /** Paints one image at its place. */
        public void paint(int index, GrayImage image) {
            long[] counts = new long[1 << 16];
            for (short pixel : image.pixels()) {
                counts[pixel & 0xffff]++;
            }
            MosaicLayout.Place place = layout.places().get(index);
            for (int y = 0; y + factor <= image.height(); y += factor) {
                int targetY = (place.y() + y) / factor;
                for (int x = 0; x + factor <= image.width() && targetY < height; x += factor) {
                    int targetX = (place.x() + x) / factor;
                    if (targetX < width) {
                        means[targetY * width + targetX] = (short) mean(image, x, y);
                    }
                }
            }
            synchronized (painted) {
                painted.add(index);
                Arrays.setAll(histogram, grey -> histogram[grey] + counts[grey]);
            }
        }

        private int mean(GrayImage image, int left, int top) {
            short[] pixels = image.pixels();
            if (factor == 1) {
                return pixels[top * image.width() + left] & 0xffff;
            }
            long sum = 0;
            for (int y = top; y < top + factor; y++) {
                for (int x = left; x < left + factor; x++) {
                    sum += pixels[y * image.width() + x] & 0xffff;
                }
            }
            long pixelsEach = (long) factor * factor;
            return (int) ((sum + pixelsEach / 2) / pixelsEach);
        }

        /** The picture of what has been painted. */
        public MosaicPicture picture() {
            synchronized (painted) {
                int[] range = greyRange();
                byte[] shades = new byte[1 << 16];
                for (int grey = 0; grey < shades.length; grey++) {
                    double share = (grey - range[0]) / (double) (range[1] - range[0]);
                    shades[grey] = (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
                }
                BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
                byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
                Arrays.fill(target, (byte) 255);
                painted.forEach(index -> shade(layout.places().get(index), shades, target));
                Set<Integer> missing = IntStream.range(0, layout.places().size())
                        .boxed()
                        .filter(index -> !painted.contains(index))
                        .collect(Collectors.toSet());
                return new MosaicPicture(picture, factor, layout, range[0], range[1], missing);
            }
        }

        private void shade(MosaicLayout.Place place, byte[] shades, byte[] target) {
            int right = Math.min(width, (place.x() + place.width()) / factor);
            int bottom = Math.min(height, (place.y() + place.height()) / factor);
            for (int y = place.y() / factor; y < bottom; y++) {
                for (int x = place.x() / factor; x < right; x++) {
                    target[y * width + x] = shades[means[y * width + x] & 0xffff];
                }
            }
        }

        /** The range that clips 0.2 % of all pixels at either end. */
        private int[] greyRange() {
            long clip = (long) (Arrays.stream(histogram).sum() * CLIPPED);
            int black = 0;
            for (long seen = histogram[0]; seen <= clip && black < 65535; seen += histogram[black]) {
                black++;
            }
            int white = 65535;
            for (long seen = histogram[65535]; seen <= clip && white > black; seen += histogram[white]) {
                white--;
            }
            return new int[] {Math.min(black, 65534), Math.max(white, Math.min(black, 65534) + 1)};
        }
    }
}
