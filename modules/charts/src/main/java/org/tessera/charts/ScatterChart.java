// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link ScatterPlot} as a chart. */
final class ScatterChart {
    private ScatterChart() {}

    static JFreeChart of(ScatterPlot plot, Font font, PlotTheme theme) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int c = 0; c <= plot.clusters(); c++) {
            int cluster = c == plot.clusters() ? -1 : c;
            XYSeries series = new XYSeries(c, false);
            plot.dots().stream().filter(dot -> dot.cluster() == cluster).forEach(dot -> series.add(dot.x(), dot.y()));
            data.addSeries(series);
            Color colour = cluster < 0 ? theme.line() : ClusterPalette.colour(cluster, plot.clusters());
            renderer.setSeriesPaint(c, colour);
            renderer.setSeriesShape(c, new Ellipse2D.Double(-2, -2, 4, 4));
        }
        JFreeChart chart = ChartFactory.createScatterPlot(null, plot.xLabel(), plot.yLabel(), data);
        ChartStyle.apply(chart, plot.title(), font, theme);
        XYPlot area = chart.getXYPlot();
        area.setRenderer(renderer);
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return chart;
    }
}
