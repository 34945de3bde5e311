// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.tessera.charts.GreyMosaic;
import org.tessera.charts.GreyRange;
import org.tessera.engine.image.GrayImage;

/**
 * The grey values of an area in one resolution. Immutable.
 *
 * @param factor pixels of the mosaic a value is the mean of, each way
 * @param chunks its parts
 */
record Level(int factor, List<Chunk> chunks) {
    Level {
        chunks = List.copyOf(chunks);
    }

    /** Grey values, row by row. */
    private interface Values {
        int at(int x, int y);
    }

    /** A mosaic from its own resolution down to one that fits into a chunk. */
    static List<Level> of(GreyMosaic mosaic) {
        return levels(mosaic::mean, mosaic.width(), mosaic.height(), 0, 0, mosaic.factor(), mosaic.factor(), 1);
    }

    /**
     * An image of a mosaic.
     *
     * @param left x of its left edge in the mosaic, pixels
     * @param top y of its top edge in the mosaic, pixels
     * @param finest factor wanted, a power of two
     * @param below the factor that is coarse enough not to be wanted, a power of two
     */
    static List<Level> of(GrayImage image, int left, int top, int finest, int below) {
        return levels(image::value, image.width(), image.height(), left, top, 1, finest, below);
    }

    private static List<Level> levels(
            Values values, int width, int height, int left, int top, int factor, int finest, int below) {
        List<Level> levels = new ArrayList<>();
        Values now = values;
        int w = width;
        int h = height;
        for (int f = factor; below == 1 || f < below; f *= 2) {
            if (f >= finest) {
                levels.add(chunks(now, w, h, left, top, f));
            }
            if (below == 1 && w <= Chunk.SIDE && h <= Chunk.SIDE) {
                break;
            }
            Values halved = halved(now, w, h);
            w = (w + 1) / 2;
            h = (h + 1) / 2;
            now = halved;
        }
        return levels;
    }

    private static Values halved(Values values, int width, int height) {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        short[] means = new short[w * h];
        for (int y = 0; y < h; y++) {
            int down = Math.min(2 * y + 1, height - 1);
            for (int x = 0; x < w; x++) {
                int right = Math.min(2 * x + 1, width - 1);
                int sum = values.at(2 * x, 2 * y)
                        + values.at(right, 2 * y)
                        + values.at(2 * x, down)
                        + values.at(right, down);
                means[y * w + x] = (short) ((sum + 2) / 4);
            }
        }
        return (x, y) -> means[y * w + x] & 0xffff;
    }

    private static Level chunks(Values values, int width, int height, int left, int top, int factor) {
        List<Chunk> chunks = new ArrayList<>();
        for (int y = 0; y < height; y += Chunk.SIDE) {
            for (int x = 0; x < width; x += Chunk.SIDE) {
                int w = Math.min(Chunk.SIDE, width - x);
                int h = Math.min(Chunk.SIDE, height - y);
                short[] copy = new short[w * h];
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = (short) values.at(x + i % w, y + i / w);
                }
                chunks.add(new Chunk(copy, w, left + x * factor, top + y * factor, factor));
            }
        }
        return new Level(factor, chunks);
    }

    long bytes() {
        return chunks.stream().mapToLong(Chunk::bytes).sum();
    }

    void count(Rectangle area, GreyRange range, long[] counts) {
        chunks.forEach(chunk -> chunk.count(area, range, counts));
    }

    void paint(Graphics2D g, GreyRange range, byte[] shades, Viewport viewport) {
        chunks.forEach(chunk -> chunk.paint(g, range, shades, viewport));
    }
}
