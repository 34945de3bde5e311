// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link ScatterPlot} as a chart. */
final class ScatterChart {
    private ScatterChart() {}

    static JFreeChart of(ScatterPlot plot, Font font, PlotTheme theme, int height) {
        XYSeriesCollection data = new XYSeriesCollection();
        List<Color> colours = new ArrayList<>();
        List<List<ScatterPlot.Dot>> all = plot.series();
        for (int c = 0; c < all.size(); c++) {
            XYSeries series = new XYSeries(c, false);
            all.get(c).forEach(dot -> series.add(dot.x(), dot.y(), false));
            data.addSeries(series);
            if (c < all.size() - 1) {
                colours.add(c < plot.colours().size() ? plot.colours().colour(c) : theme.line());
            }
        }
        JFreeChart chart = ChartFactory.createScatterPlot(
                null, plot.xLabel(), ChartStyle.fitting(plot.yLabel(), font, height), data);
        ChartStyle.apply(chart, plot.title(), font, theme);
        XYPlot area = chart.getXYPlot();
        area.setRenderer(new DotRenderer(colours, theme.text()));
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return chart;
    }
}
