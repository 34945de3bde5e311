// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link FrontPlot} as a chart. */
final class FrontChart {
    /** Room for the rings, as a share of the axis. */
    private static final double MARGIN = 0.15;

    private static final int OTHERS = 0;
    private static final int FRONT = 1;
    private static final int DOMINATING = 2;
    private static final int SELECTED = 3;

    private FrontChart() {}

    static JFreeChart of(FrontPlot plot, Font font, PlotTheme theme, int height) {
        XYSeriesCollection data = new XYSeriesCollection();
        List<List<LinePlot.Point>> all = plot.series();
        for (int i = 0; i < all.size(); i++) {
            XYSeries series = new XYSeries(i, false);
            all.get(i).forEach(point -> series.add(point.x(), point.y(), false));
            data.addSeries(series);
        }
        JFreeChart chart = ChartFactory.createScatterPlot(
                null, plot.xLabel(), ChartStyle.fitting(plot.yLabel(), font, height), data);
        ChartStyle.apply(chart, "", font, theme);
        chart.setTitle((TextTitle) null);
        XYPlot area = chart.getXYPlot();
        area.getRangeAxis().setLowerMargin(MARGIN);
        area.getRangeAxis().setUpperMargin(MARGIN);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeFilled(int series, int item) {
                return series != DOMINATING && !all.get(series).get(item).degenerate();
            }
        };
        renderer.setDrawOutlines(true);
        renderer.setSeriesPaint(OTHERS, theme.secondary());
        renderer.setSeriesShape(OTHERS, new Ellipse2D.Double(-2, -2, 4, 4));
        renderer.setSeriesPaint(FRONT, theme.accent());
        renderer.setSeriesLinesVisible(FRONT, true);
        renderer.setSeriesStroke(FRONT, new BasicStroke(1.6f));
        renderer.setSeriesShape(FRONT, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
        renderer.setSeriesPaint(DOMINATING, theme.text());
        renderer.setSeriesOutlineStroke(DOMINATING, new BasicStroke(1.6f));
        renderer.setSeriesShape(DOMINATING, new Ellipse2D.Double(-7, -7, 14, 14));
        renderer.setSeriesPaint(SELECTED, theme.text());
        renderer.setSeriesShape(SELECTED, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
        area.setRenderer(renderer);
        area.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        return chart;
    }
}
