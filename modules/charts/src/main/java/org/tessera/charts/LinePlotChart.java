// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link LinePlot} as a chart. */
final class LinePlotChart {
    private static final List<Color> GREYS = List.of(new Color(0x8A909C), new Color(0xB4B9C3), new Color(0x6E7480));
    private static final float AXIS_FONT = 10;
    private static final int AXIS_WIDTH = 64;
    private static final int AXES_HEIGHT = 84;
    private static final int LABEL_GAP = 6;
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private LinePlotChart() {}

    /**
     * The chart, its margins made for a size.
     *
     * @param width pixels
     * @param height pixels
     * @param titled whether the title says what is plotted; else the axis does
     */
    static JFreeChart of(LinePlot plot, Font font, PlotTheme theme, int width, int height, boolean titled) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int i = 0; i < plot.series().size(); i++) {
            XYSeries line = new XYSeries(i);
            plot.series().get(i).points().forEach(point -> line.add(point.x(), point.y()));
            data.addSeries(line);
        }
        addMark("best", plot.best(), data);
        addMark("selected", plot.selected(), data);
        JFreeChart chart = ChartFactory.createXYLineChart(null, plot.xLabel(), null, data);
        XYPlot area = chart.getXYPlot();
        area.setDomainAxis(new ValuesAxis(plot.xLabel(), values(plot)));
        ChartStyle.apply(chart, plot.title(), font, theme);
        if (!titled) {
            chart.setTitle((TextTitle) null);
            area.getRangeAxis().setLabel(ChartStyle.fitting(plot.yLabel(), font.deriveFont(AXIS_FONT), height));
            area.getRangeAxis().setLabelFont(font.deriveFont(AXIS_FONT));
        }
        area.setRenderer(renderer(plot, theme));
        annotate(plot, area, font, theme, width, height);
        return chart;
    }

    private static double[] values(LinePlot plot) {
        return plot.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(LinePlot.Point::x)
                .distinct()
                .sorted()
                .toArray();
    }

    /** A mark is a series of one point, so that it stays round. */
    private static void addMark(String name, Optional<LinePlot.Point> at, XYSeriesCollection data) {
        XYSeries mark = new XYSeries(name);
        at.ifPresent(point -> mark.add(point.x(), point.y()));
        data.addSeries(mark);
    }

    private static XYLineAndShapeRenderer renderer(LinePlot plot, PlotTheme theme) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeFilled(int series, int item) {
                return series > plot.series().size()
                        || (series < plot.series().size()
                                && !plot.series().get(series).points().get(item).degenerate());
            }
        };
        renderer.setUseFillPaint(false);
        renderer.setDrawOutlines(true);
        for (int i = 0; i < plot.series().size(); i++) {
            renderer.setSeriesPaint(i, colour(plot, i, theme));
            renderer.setSeriesStroke(i, new BasicStroke(isHighlighted(plot, i) ? 2f : 1.3f));
            renderer.setSeriesShape(i, marker(i));
        }
        int ring = plot.series().size();
        renderer.setSeriesPaint(ring, theme.text());
        renderer.setSeriesOutlineStroke(ring, new BasicStroke(1.6f));
        renderer.setSeriesShape(ring, new Ellipse2D.Double(-7, -7, 14, 14));
        int selected = ring + 1;
        renderer.setSeriesPaint(selected, theme.accent());
        renderer.setSeriesShape(selected, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
        return renderer;
    }

    private static boolean isHighlighted(LinePlot plot, int series) {
        return plot.highlighted().isPresent() && plot.highlighted().getAsInt() == series;
    }

    private static Color colour(LinePlot plot, int series, PlotTheme theme) {
        return isHighlighted(plot, series) ? theme.accent() : GREYS.get(series % GREYS.size());
    }

    private static Shape marker(int series) {
        return switch (series % 3) {
            case 0 -> new Ellipse2D.Double(-2.5, -2.5, 5, 5);
            case 1 -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
            default -> {
                Path2D.Double triangle = new Path2D.Double();
                triangle.moveTo(0, -3);
                triangle.lineTo(2.9, 2.3);
                triangle.lineTo(-2.9, 2.3);
                triangle.closePath();
                yield triangle;
            }
        };
    }

    /** End labels; the domain is widened to hold them. */
    private static void annotate(LinePlot plot, XYPlot area, Font font, PlotTheme theme, int width, int height) {
        double[] values = values(plot);
        if (values.length == 0) {
            return;
        }
        Font bold = font.deriveFont(Font.BOLD);
        double widest = plot.series().stream()
                .mapToDouble(
                        series -> bold.getStringBounds(series.name(), METRICS).getWidth())
                .max()
                .orElse(0);
        double left = values[0];
        double span = Math.max(values[values.length - 1] - left, 1e-9);
        double room = Math.max(60, width - AXIS_WIDTH - widest - 4 * LABEL_GAP);
        double pixel = span / room;
        area.getDomainAxis().setRange(left - 2 * LABEL_GAP * pixel, left + span + (widest + 2 * LABEL_GAP) * pixel);
        double lineHeight = font.getStringBounds("k", METRICS).getHeight();
        Range range = area.getRangeAxis().getRange();
        double gap = range.getLength() * lineHeight / Math.max(40, height - AXES_HEIGHT);
        for (EndLabels.Label label : EndLabels.of(plot, gap, range.getLowerBound(), range.getUpperBound())) {
            boolean highlighted = isHighlighted(plot, label.series());
            XYTextAnnotation text = new XYTextAnnotation(
                    plot.series().get(label.series()).name(), label.x() + 1.5 * LABEL_GAP * pixel, label.y());
            text.setFont(highlighted ? bold : font);
            text.setPaint(highlighted ? theme.accent() : theme.secondary());
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            area.addAnnotation(text);
        }
    }
}
