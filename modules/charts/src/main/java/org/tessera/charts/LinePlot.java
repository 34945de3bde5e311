// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jfree.chart.JFreeChart;

/**
 * A score over one parameter, a line a series.
 *
 * @param summary which way is better, the best value, and what is not shown
 * @param xLabel the parameter
 * @param yLabel the score and its space
 * @param series one or more
 * @param highlighted the series drawn in the accent colour; the others are grey
 * @param best the point with a ring
 * @param selected the run in hand, drawn larger
 */
public record LinePlot(
        String summary,
        String xLabel,
        String yLabel,
        List<Series> series,
        OptionalInt highlighted,
        Optional<Point> best,
        Optional<Point> selected) {
    /**
     * A line.
     *
     * @param name at its end
     * @param points by x ascending
     */
    public record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A run on a line.
     *
     * @param x the parameter's value
     * @param y the score
     * @param run number of the run
     * @param degenerate whether its smallest cluster is too small to trust: drawn hollow
     */
    public record Point(double x, double y, long run, boolean degenerate) {}

    public LinePlot {
        series = List.copyOf(series);
    }

    /** Names the score and its space, and sums the plot up. */
    public String title() {
        return summary.isEmpty() ? yLabel : yLabel + ", " + summary;
    }

    /** The plot as an SVG document of the given size in pixels. */
    public String svg(int width, int height) {
        return Svg.element(width, height, graphics -> draw(graphics, width, height));
    }

    /** The plot as a picture of the given size in pixels. */
    public BufferedImage picture(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            draw(graphics, width, height);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** Draws the plot at the origin, of the given size in pixels. */
    public void draw(Graphics2D graphics, int width, int height) {
        JFreeChart chart =
                LinePlotChart.of(this, new Font(Font.SANS_SERIF, Font.PLAIN, 11), PlotTheme.PAPER, width, height, true);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
