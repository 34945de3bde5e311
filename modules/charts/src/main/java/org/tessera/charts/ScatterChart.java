// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link ScatterPlot} as a chart. */
final class ScatterChart {
    private static final Ellipse2D DOT = new Ellipse2D.Double(-2, -2, 4, 4);
    private static final Ellipse2D RING = new Ellipse2D.Double(-5, -5, 10, 10);

    private ScatterChart() {}

    static JFreeChart of(ScatterPlot plot, Font font, PlotTheme theme) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        List<List<ScatterPlot.Dot>> all = plot.series();
        for (int c = 0; c < all.size(); c++) {
            XYSeries series = new XYSeries(c, false);
            all.get(c).forEach(dot -> series.add(dot.x(), dot.y()));
            data.addSeries(series);
            boolean ring = c > plot.clusters();
            Color colour = c < plot.clusters() ? ClusterPalette.colour(c, plot.clusters()) : theme.line();
            renderer.setSeriesPaint(c, ring ? theme.text() : colour);
            renderer.setSeriesShape(c, ring ? RING : DOT);
            renderer.setSeriesShapesFilled(c, !ring);
        }
        JFreeChart chart = ChartFactory.createScatterPlot(null, plot.xLabel(), plot.yLabel(), data);
        ChartStyle.apply(chart, plot.title(), font, theme);
        XYPlot area = chart.getXYPlot();
        area.setRenderer(renderer);
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return chart;
    }
}
