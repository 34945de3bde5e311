// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.tessera.charts.Svg;
import org.tessera.engine.task.Monitor;
import org.tessera.ui.viewer.mosaic.Pyramid;
import org.tessera.ui.viewer.mosaic.Viewport;

/**
 * What a window shows at one moment, without what the pointer tells.
 *
 * @param state what is painted
 * @param viewport which part of it
 * @param size of the window
 * @param ground the colour around the mosaic
 */
record Shot(ViewerState state, Viewport viewport, Dimension size, Color ground) {
    Shot {
        size = new Dimension(size);
    }

    /** Painted with what is in memory; {@code factor} pixels of it for one of the window's, each way. Any thread. */
    BufferedImage picture(int factor) {
        BufferedImage picture =
                new BufferedImage(factor * size.width, factor * size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.scale(factor, factor);
        paint(g, factor);
        g.dispose();
        return picture;
    }

    private void paint(Graphics2D g, int factor) {
        g.setColor(ground);
        g.fill(new Rectangle(size));
        MosaicPainter.mosaic(g, state, viewport, factor, true);
        MosaicPainter.smoothly(g, factor);
        MosaicPainter.overlay(g, state, viewport);
    }

    /** As an SVG document: the mosaic as an embedded picture of {@code factor} pixels for one, the slices as shapes. */
    String svg(int factor) {
        BufferedImage under = new Shot(state.bare(), viewport, size, ground).picture(factor);
        return Svg.document(size.width, size.height, g -> {
            g.drawImage(under, 0, 0, size.width, size.height, null);
            g.clipRect(0, 0, size.width, size.height);
            MosaicPainter.overlay(g, state, viewport);
        });
    }

    /** Reads what is not in memory in the resolution of {@link #picture(int)}. Not on the event thread. */
    void load(int factor, Monitor monitor) {
        Pyramid mosaic = state.mosaic();
        if (mosaic != null) {
            var lacking = mosaic.lacking(viewport, size, factor);
            for (int i = 0; i < lacking.size(); i++) {
                monitor.check();
                mosaic.load(lacking.get(i), viewport, factor, monitor);
                monitor.progress((i + 1.0) / lacking.size(), "");
            }
        }
    }
}
