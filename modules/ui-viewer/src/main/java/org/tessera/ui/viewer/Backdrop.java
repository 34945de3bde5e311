// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.MosaicPicture;

/**
 * The picture of a window: painted in memory, where thousands of translucent slices cost little, and kept, so that a pointer
 * that moves over it paints none of them again. The smoothly scaled mosaic is kept by itself. Event thread only.
 */
final class Backdrop {
    private @Nullable BufferedImage mosaic;
    private @Nullable MosaicPicture of;
    private @Nullable Viewport at;
    private @Nullable BufferedImage picture;
    private @Nullable Color around;
    private boolean stale = true;

    /** What is shown has changed. */
    void changed() {
        stale = true;
    }

    /** Paints what is shown; {@code moving}: at once rather than smoothly. */
    void paint(Graphics2D g, Color ground, ViewerState state, Viewport viewport, Dimension size, boolean moving) {
        BufferedImage known = fitting(picture, size);
        if (!ground.equals(around)) {
            // another theme
            around = ground;
            mosaic = null;
            stale = true;
        }
        if (stale || known == null) {
            known = known == null ? new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB) : known;
            Graphics2D into = known.createGraphics();
            render(into, ground, state, viewport, size, moving);
            into.dispose();
            picture = known;
            // what was painted in haste is painted again
            stale = moving;
        }
        g.drawImage(known, 0, 0, null);
    }

    private static @Nullable BufferedImage fitting(@Nullable BufferedImage image, Dimension size) {
        return image != null && image.getWidth() == size.width && image.getHeight() == size.height ? image : null;
    }

    private void render(
            Graphics2D g, Color ground, ViewerState state, Viewport viewport, Dimension size, boolean moving) {
        MosaicPicture shown = state.picture();
        if (shown == null) {
            return;
        }
        if (moving) {
            fill(g, ground, size);
            MosaicPainter.mosaic(g, shown, viewport, false);
        } else {
            BufferedImage scaled = fitting(mosaic, size);
            if (scaled == null || !shown.equals(of) || !viewport.equals(at)) {
                scaled = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
                Graphics2D into = scaled.createGraphics();
                fill(into, ground, size);
                MosaicPainter.mosaic(into, shown, viewport, true);
                into.dispose();
                mosaic = scaled;
                of = shown;
                at = viewport;
            }
            g.drawImage(scaled, 0, 0, null);
        }
        MosaicPainter.overlay(g, state, shown, viewport);
    }

    private static void fill(Graphics2D g, Color ground, Dimension size) {
        g.setColor(ground);
        g.fillRect(0, 0, size.width, size.height);
    }
}
