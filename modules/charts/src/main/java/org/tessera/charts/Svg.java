// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;

/** Drawings as SVG documents. Any thread. */
public final class Svg {
    private Svg() {}

    /**
     * A document of its own.
     *
     * @param width in pixels
     * @param height in pixels
     * @param paint paints it; pictures are embedded
     */
    public static String document(int width, int height, Consumer<Graphics2D> paint) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(width, height, paint);
    }

    /** The same as an element to be part of another document. */
    public static String element(int width, int height, Consumer<Graphics2D> paint) {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height, SVGUnits.PX);
        graphics.setGeomDoubleConverter(value -> Double.toString(Math.round(value * 100) / 100.0));
        graphics.setFontFunction(family -> "Roboto, 'Helvetica Neue', Arial, sans-serif");
        paint.accept(graphics);
        return graphics.getSVGElement();
    }
}
