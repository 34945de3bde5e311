// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.tessera.engine.slice.SliceRect;

/** Something painted over a mosaic, as a picture or as SVG. */
final class MosaicOverlay {
    private MosaicOverlay() {}

    static BufferedImage picture(MosaicPicture mosaic, Consumer<Graphics2D> overlay) {
        BufferedImage background = mosaic.image();
        BufferedImage picture =
                new BufferedImage(background.getWidth(), background.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paint(graphics, mosaic, overlay);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    static String svg(MosaicPicture mosaic, Consumer<Graphics2D> overlay) {
        return Svg.document(
                mosaic.image().getWidth(), mosaic.image().getHeight(), graphics -> paint(graphics, mosaic, overlay));
    }

    private static void paint(Graphics2D graphics, MosaicPicture mosaic, Consumer<Graphics2D> overlay) {
        graphics.drawImage(mosaic.image(), 0, 0, null);
        paint(graphics, overlay);
    }

    /** Paints it without the mosaic. */
    static void paint(Graphics2D graphics, Consumer<Graphics2D> overlay) {
        graphics.setStroke(new BasicStroke(1f));
        overlay.accept(graphics);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    /** Where a slice lies in the picture, on whole pixels. */
    static Rectangle2D.Double cell(MosaicPicture mosaic, SliceRect slice) {
        double scale = 1.0 / mosaic.factor();
        double x = Math.rint(slice.x() * scale);
        double y = Math.rint(slice.y() * scale);
        double right = Math.rint((slice.x() + slice.width()) * scale);
        double bottom = Math.rint((slice.y() + slice.height()) * scale);
        return new Rectangle2D.Double(x, y, right - x, bottom - y);
    }
}
