// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.GreyRange;

/** A part of a mosaic in some resolution, small enough to be shaded at once. Any thread. */
final class Chunk {
    /** Most values a side. */
    static final int SIDE = 512;

    private final short[] values;
    private final int width;
    private final int height;
    private final int left;
    private final int top;
    private final int factor;
    private @Nullable Shaded shaded;

    private record Shaded(GreyRange range, BufferedImage picture) {}

    /**
     * @param values grey, row by row
     * @param width values a row
     * @param left x of its left edge in the mosaic, pixels
     * @param top y of its top edge in the mosaic, pixels
     * @param factor pixels of the mosaic a value is the mean of, each way
     */
    Chunk(short[] values, int width, int left, int top, int factor) {
        this.values = values;
        this.width = width;
        this.height = values.length / width;
        this.left = left;
        this.top = top;
        this.factor = factor;
    }

    /** Bytes in memory, with its picture. */
    long bytes() {
        return 3L * values.length;
    }

    /** Paints it where a viewport shows it, if it is seen. */
    void paint(Graphics2D g, GreyRange range, byte[] shades, Viewport viewport) {
        Rectangle area = viewport.onScreen(left, top, width * factor, height * factor);
        if (g.hitClip(area.x - 1, area.y - 1, area.width + 2, area.height + 2)) {
            double scale = viewport.scale() * factor;
            g.drawImage(
                    picture(range, shades),
                    new AffineTransform(
                            scale,
                            0,
                            0,
                            scale,
                            viewport.left() + left * viewport.scale(),
                            viewport.top() + top * viewport.scale()),
                    null);
        }
    }

    /** Counts its values within an area of the mosaic, by where they lie in a range: the ends count what is beyond. */
    void count(Rectangle area, GreyRange range, long[] counts) {
        Rectangle seen = area.intersection(new Rectangle(left, top, width * factor, height * factor));
        if (seen.isEmpty()) {
            return;
        }
        int right = (seen.x + seen.width - left + factor - 1) / factor;
        int bottom = (seen.y + seen.height - top + factor - 1) / factor;
        double scale = counts.length / (double) (range.white() - range.black() + 1);
        for (int y = (seen.y - top) / factor; y < bottom; y++) {
            for (int x = (seen.x - left) / factor; x < right; x++) {
                int grey = Short.toUnsignedInt(values[y * width + x]);
                int bin = (int) Math.floor((grey - range.black()) * scale);
                counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
            }
        }
    }

    private synchronized BufferedImage picture(GreyRange range, byte[] shades) {
        Shaded known = shaded;
        if (known != null && known.range.equals(range)) {
            return known.picture;
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < values.length; i++) {
            target[i] = shades[values[i] & 0xffff];
        }
        shaded = new Shaded(range, picture);
        return picture;
    }
}
