// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Dots as stamps, so that thousands are drawn in the time of a frame; the last series as rings. */
final class DotRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;
    private static final int DOT = 5;
    private static final int RING = 5;

    private final transient List<BufferedImage> stamps;
    private final Color ring;

    /**
     * @param colours of the series but the last
     * @param ring colour of the last
     */
    DotRenderer(List<Color> colours, Color ring) {
        this.stamps = colours.stream().map(DotRenderer::stamp).toList();
        this.ring = ring;
    }

    private static BufferedImage stamp(Color colour) {
        BufferedImage stamp = new BufferedImage(DOT, DOT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = stamp.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(0.5, 0.5, DOT - 1, DOT - 1));
        g.dispose();
        return stamp;
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            @Nullable PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis across,
            ValueAxis up,
            XYDataset data,
            int series,
            int item,
            @Nullable CrosshairState crosshair,
            int pass) {
        int x = (int) Math.round(across.valueToJava2D(data.getXValue(series, item), area, plot.getDomainAxisEdge()));
        int y = (int) Math.round(up.valueToJava2D(data.getYValue(series, item), area, plot.getRangeAxisEdge()));
        if (series < stamps.size()) {
            g.drawImage(stamps.get(series), x - DOT / 2, y - DOT / 2, null);
        } else {
            g.setColor(ring);
            g.drawOval(x - RING, y - RING, 2 * RING, 2 * RING);
        }
    }
}
