// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A {@link LinePlot} as a chart. */
final class LinePlotChart {
    static final Color ACCENT = new Color(0x3574F0);
    private static final Color TEXT = new Color(0x1E1F22);
    private static final Color SECONDARY = new Color(0x646A78);
    private static final Color LINE = new Color(0xDCDEE4);
    private static final List<Color> GREYS = List.of(new Color(0x8A909C), new Color(0xB4B9C3), new Color(0x6E7480));
    private static final double MARGIN = 0.10;
    private static final double LABEL_GAP = 0.062;

    private LinePlotChart() {}

    static JFreeChart of(LinePlot plot, Font font) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int i = 0; i < plot.series().size(); i++) {
            XYSeries line = new XYSeries(i);
            plot.series().get(i).points().forEach(point -> line.add(point.x(), point.y()));
            data.addSeries(line);
        }
        addRing(plot, data);
        JFreeChart chart = ChartFactory.createXYLineChart(null, plot.xLabel(), null, data);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 6, 4, 8));
        chart.removeLegend();
        TextTitle title = new TextTitle(plot.title(), font.deriveFont(Font.BOLD));
        title.setPaint(TEXT);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(0, 8, 6, 0);
        chart.setTitle(title);
        XYPlot area = chart.getXYPlot();
        area.setBackgroundPaint(Color.WHITE);
        area.setOutlineVisible(false);
        area.setDomainGridlinesVisible(false);
        area.setRangeGridlinePaint(LINE);
        area.setRangeGridlineStroke(new BasicStroke(1f));
        axis((NumberAxis) area.getDomainAxis(), font);
        axis((NumberAxis) area.getRangeAxis(), font);
        ((NumberAxis) area.getRangeAxis()).setAutoRangeIncludesZero(false);
        area.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        area.setRenderer(renderer(plot));
        annotate(plot, area, font);
        return chart;
    }

    /** The ring is a series of one hollow mark, so that it stays round. */
    private static void addRing(LinePlot plot, XYSeriesCollection data) {
        plot.best().ifPresent(best -> {
            XYSeries ring = new XYSeries("best");
            ring.add(best.x(), best.y());
            data.addSeries(ring);
        });
    }

    private static void axis(NumberAxis axis, Font font) {
        axis.setAutoRangeIncludesZero(false);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(SECONDARY);
        axis.setLabelFont(font);
        axis.setLabelPaint(SECONDARY);
    }

    private static XYLineAndShapeRenderer renderer(LinePlot plot) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeFilled(int series, int item) {
                return series < plot.series().size()
                        && !plot.series().get(series).points().get(item).degenerate();
            }
        };
        renderer.setUseFillPaint(false);
        renderer.setDrawOutlines(true);
        for (int i = 0; i < plot.series().size(); i++) {
            renderer.setSeriesPaint(i, colour(plot, i));
            renderer.setSeriesStroke(i, new BasicStroke(isHighlighted(plot, i) ? 2f : 1.3f));
            renderer.setSeriesShape(i, marker(i));
        }
        int ring = plot.series().size();
        renderer.setSeriesPaint(ring, TEXT);
        renderer.setSeriesOutlineStroke(ring, new BasicStroke(1.6f));
        renderer.setSeriesShape(ring, new Ellipse2D.Double(-6, -6, 12, 12));
        return renderer;
    }

    private static boolean isHighlighted(LinePlot plot, int series) {
        return plot.highlighted().isPresent() && plot.highlighted().getAsInt() == series;
    }

    private static Color colour(LinePlot plot, int series) {
        return isHighlighted(plot, series) ? ACCENT : GREYS.get(series % GREYS.size());
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

    /** End labels and the ring on the best point; the domain is widened to hold the labels. */
    private static void annotate(LinePlot plot, XYPlot area, Font font) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (LinePlot.Series series : plot.series()) {
            for (LinePlot.Point point : series.points()) {
                left = Math.min(left, point.x());
                right = Math.max(right, point.x());
            }
        }
        if (left > right) {
            return;
        }
        double span = Math.max(right - left, 1e-9);
        area.getDomainAxis().setRange(left - 0.04 * span, right + 1.6 * MARGIN * span);
        List<EndLabels.Label> labels =
                EndLabels.of(plot, area.getRangeAxis().getRange().getLength() * LABEL_GAP);
        for (EndLabels.Label label : labels) {
            boolean highlighted = isHighlighted(plot, label.series());
            XYTextAnnotation text =
                    new XYTextAnnotation(plot.series().get(label.series()).name(), label.x() + 0.02 * span, label.y());
            text.setFont(highlighted ? font.deriveFont(Font.BOLD) : font);
            text.setPaint(highlighted ? ACCENT : SECONDARY);
            text.setTextAnchor(TextAnchor.CENTER_LEFT);
            area.addAnnotation(text);
        }
    }
}
