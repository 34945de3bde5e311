// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.awt.Rectangle;
import org.tessera.engine.slice.SliceRect;

/**
 * Which part of a mosaic a window shows.
 *
 * @param scale screen pixels a pixel of the mosaic
 * @param left screen x of the mosaic's left edge
 * @param top screen y of the mosaic's top edge
 */
public record Viewport(double scale, double left, double top) {
    private static final double LEAST_SCALE = 0.01;
    private static final double MOST_SCALE = 32;

    /** The whole mosaic, centred, with a margin. */
    public static Viewport fit(int width, int height, int windowWidth, int windowHeight, int margin) {
        double scale = Math.max(
                LEAST_SCALE, Math.min((windowWidth - 2.0 * margin) / width, (windowHeight - 2.0 * margin) / height));
        return new Viewport(scale, (windowWidth - width * scale) / 2, (windowHeight - height * scale) / 2);
    }

    /** Larger or smaller, with the point of the window where it was. */
    public Viewport zoomed(double factor, double x, double y) {
        double wanted = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale * factor));
        return new Viewport(wanted, x - (x - left) * wanted / scale, y - (y - top) * wanted / scale);
    }

    public Viewport moved(double dx, double dy) {
        return new Viewport(scale, left + dx, top + dy);
    }

    /** Mosaic x of a window's x. */
    public double mosaicX(double x) {
        return (x - left) / scale;
    }

    /** Mosaic y of a window's y. */
    public double mosaicY(double y) {
        return (y - top) / scale;
    }

    /** Where a part of the mosaic lies in the window; neighbours share their edge. */
    public Rectangle onScreen(int x, int y, int width, int height) {
        int screenX = (int) Math.round(left + x * scale);
        int screenY = (int) Math.round(top + y * scale);
        int right = (int) Math.round(left + (x + width) * scale);
        int bottom = (int) Math.round(top + (y + height) * scale);
        return new Rectangle(screenX, screenY, right - screenX, bottom - screenY);
    }

    /** Where a slice lies in the window. */
    public Rectangle onScreen(SliceRect slice) {
        return onScreen(slice.x(), slice.y(), slice.width(), slice.height());
    }
}
