// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** What all charts share. */
final class ChartStyle {
    /** Height that title, axis below and padding take. */
    private static final int AXIS_HEIGHT = 64;

    private ChartStyle() {}

    static void apply(JFreeChart chart, String title, Font font, PlotTheme theme) {
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(new RectangleInsets(6, 6, 4, 8));
        chart.removeLegend();
        TextTitle text = new TextTitle(title, font.deriveFont(Font.BOLD));
        text.setPaint(theme.text());
        text.setHorizontalAlignment(HorizontalAlignment.LEFT);
        text.setPadding(0, 8, 6, 0);
        chart.setTitle(text);
        XYPlot area = chart.getXYPlot();
        area.setBackgroundPaint(theme.background());
        area.setOutlineVisible(false);
        area.setDomainGridlinesVisible(false);
        area.setRangeGridlinePaint(theme.line());
        area.setRangeGridlineStroke(new BasicStroke(1f));
        axis((NumberAxis) area.getDomainAxis(), font, theme);
        axis((NumberAxis) area.getRangeAxis(), font, theme);
    }

    /** As much of the label of an upright axis as there is room for: all, what stands before a comma or bracket, or nothing. */
    static String fitting(String label, Font font, int height) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        for (String text : new String[] {label, label.split(" \\(|, ", 2)[0]}) {
            if (font.getStringBounds(text, context).getWidth() <= height - AXIS_HEIGHT) {
                return text;
            }
        }
        return "";
    }

    private static void axis(NumberAxis axis, Font font, PlotTheme theme) {
        axis.setAutoRangeIncludesZero(false);
        axis.setUpperMargin(0.1);
        axis.setLowerMargin(0.06);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(theme.secondary());
        axis.setLabelFont(font);
        axis.setLabelPaint(theme.secondary());
    }
}
