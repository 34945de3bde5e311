// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.MosaicLayout;

/**
 * The grey values of a whole mosaic, averaged over squares of pixels. Immutable.
 */
public final class GreyMosaic {
    private static final double CLIPPED = 0.002;

    private final MosaicLayout layout;
    private final int factor;
    private final int width;
    private final int height;
    private final short[] means;
    private final long[] histogram;
    private final Set<Integer> missing;

    private GreyMosaic(Painter painter, Set<Integer> missing) {
        this.layout = painter.layout;
        this.factor = painter.factor;
        this.width = painter.width;
        this.height = painter.height;
        this.means = painter.means;
        this.histogram = painter.histogram.clone();
        this.missing = Set.copyOf(missing);
    }

    public MosaicLayout layout() {
        return layout;
    }

    /** Pixels of the mosaic a mean is of, each way: 1 or more. */
    public int factor() {
        return factor;
    }

    /** Means a row. */
    public int width() {
        return width;
    }

    /** Rows of means. */
    public int height() {
        return height;
    }

    /** The mean at a place, 0..65535; 0 where no image lies. */
    public int mean(int x, int y) {
        return Short.toUnsignedInt(means[y * width + x]);
    }

    /** The images, by their place in the layout, that were not painted. */
    public Set<Integer> missing() {
        return missing;
    }

    /** How many pixels of all images have each of the grey values 0..65535. */
    public long[] histogram() {
        return histogram.clone();
    }

    /** The range that clips 0.2 % of all pixels at either end. */
    public GreyRange range() {
        long clip = (long) (Arrays.stream(histogram).sum() * CLIPPED);
        int black = 0;
        for (long seen = histogram[0]; seen <= clip && black < GreyRange.MOST; seen += histogram[black]) {
            black++;
        }
        int white = GreyRange.MOST;
        for (long seen = histogram[white]; seen <= clip && white > black; seen += histogram[white]) {
            white--;
        }
        return GreyRange.clamped(black, white);
    }

    /** The mosaic as a picture; white where no image lies. */
    public MosaicPicture picture() {
        GreyRange range = range();
        byte[] shades = range.shades();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        Arrays.fill(target, (byte) 255);
        IntStream.range(0, layout.places().size())
                .filter(index -> !missing.contains(index))
                .forEach(index -> shade(layout.places().get(index), shades, target));
        return new MosaicPicture(picture, factor, layout, range.black(), range.white(), missing);
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

    /**
     * Makes a mosaic image by image, so that only the images in hand are in memory. Any thread, several at a time; the order
     * does not matter.
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
         * @param factor pixels a mean is of, each way
         */
        public Painter(MosaicLayout layout, int factor) {
            this.layout = layout;
            this.factor = factor;
            this.width = Math.max(1, layout.width() / factor);
            this.height = Math.max(1, layout.height() / factor);
            this.means = new short[width * height];
        }

        /**
         * An empty mosaic, as fine as it may be.
         *
         * @param longestSide the most means of its longer side
         */
        public static Painter within(MosaicLayout layout, int longestSide) {
            int longest = Math.max(layout.width(), layout.height());
            return new Painter(layout, Math.max(1, (longest + longestSide - 1) / longestSide));
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

        /** What has been painted; nothing more is. */
        public GreyMosaic mosaic() {
            synchronized (painted) {
                return new GreyMosaic(
                        this,
                        IntStream.range(0, layout.places().size())
                                .boxed()
                                .filter(index -> !painted.contains(index))
                                .collect(Collectors.toSet()));
            }
        }
    }
}
