// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.swing.JComponent;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A plot in a window: redrawn at its size, with tooltips, and clicks on runs. Event thread only. */
public final class PlotComponent extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int REACH = 7;

    /** The runs of each series as drawn; empty for slices. */
    private transient List<List<LinePlot.Point>> runs = List.of();

    private transient @Nullable ScatterPlot dots;
    private transient @Nullable Maker maker;
    private transient @Nullable JFreeChart chart;
    private transient ChartRenderingInfo drawn = new ChartRenderingInfo();
    private Dimension drawnSize = new Dimension();
    private transient LongConsumer clicked = run -> {};
    private transient SliceListener chosen = (slice, more) -> {};
    private String empty = "";

    /** Hears of a slice that is clicked. */
    public interface SliceListener {
        /** A slice, or -1 for none; {@code more}: beside those that are selected. */
        void clicked(int slice, boolean more);
    }

    /** Makes the chart for a size. */
    private interface Maker {
        JFreeChart of(int width, int height);
    }

    /** A component that shows nothing yet. */
    public PlotComponent() {
        setOpaque(true);
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (dots == null) {
                    pointAt(e).ifPresent(point -> clicked.accept(point.run()));
                } else {
                    chosen.clicked(sliceAt(e), e.isControlDown() || e.isMetaDown());
                }
            }

            @Override
            public void mouseMoved(MouseEvent e) {
                Optional<LinePlot.Point> point = pointAt(e);
                boolean hand = dots == null ? point.isPresent() : sliceAt(e) >= 0;
                setCursor(Cursor.getPredefinedCursor(hand ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
                setToolTipText(point.map(PlotComponent::text).orElse(null));
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Who is told the number of a run that is clicked. */
    public void onRun(LongConsumer listener) {
        clicked = listener;
    }

    /** Who is told the slice of a dot that is clicked. */
    public void onSlice(SliceListener listener) {
        chosen = listener;
    }

    /** Shows a score curve; its axis, not a title, names the score. */
    public void show(LinePlot plot, PlotTheme theme) {
        show(
                plot.series().stream().map(LinePlot.Series::points).toList(),
                null,
                (width, height) -> LinePlotChart.of(plot, textFont(), theme, width, height, false));
    }

    /** Shows slices. */
    public void show(ScatterPlot plot, PlotTheme theme) {
        show(List.of(), plot, (width, height) -> ScatterChart.of(plot, textFont(), theme, height));
    }

    /** Shows runs by two scores. */
    public void show(FrontPlot plot, PlotTheme theme) {
        show(plot.series(), null, (width, height) -> FrontChart.of(plot, textFont(), theme, height));
    }

    private void show(List<List<LinePlot.Point>> points, @Nullable ScatterPlot slices, @Nullable Maker made) {
        runs = points;
        dots = slices;
        maker = made;
        chart = null;
        repaint();
    }

    /** Shows a sentence in place of a plot. */
    public void showNothing(String sentence) {
        empty = sentence;
        show(List.of(), null, null);
    }

    /** The point of a run on the component, in its pixels; empty where it is not drawn. For tests and key use. */
    public Optional<Point> placeOf(long run) {
        for (Object entity : drawn.getEntityCollection().getEntities()) {
            if (entity instanceof XYItemEntity item
                    && pointOf(item).map(p -> p.run() == run).orElse(false)) {
                Rectangle2D bounds = item.getArea().getBounds2D();
                return Optional.of(new Point((int) bounds.getCenterX(), (int) bounds.getCenterY()));
            }
        }
        return Optional.empty();
    }

    private Font textFont() {
        Font font = getFont();
        return (font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : font).deriveFont(Font.PLAIN, 11f);
    }

    private static String text(LinePlot.Point point) {
        return String.format(
                Locale.ROOT, "run %d: %.4f%s", point.run(), point.y(), point.degenerate() ? " (degenerate)" : "");
    }

    private Optional<LinePlot.Point> pointAt(MouseEvent e) {
        LinePlot.Point nearest = null;
        double least = REACH;
        for (Object entity : drawn.getEntityCollection().getEntities()) {
            if (entity instanceof XYItemEntity item && pointOf(item).isPresent()) {
                Rectangle2D bounds = item.getArea().getBounds2D();
                double distance = Math.hypot(bounds.getCenterX() - e.getX(), bounds.getCenterY() - e.getY());
                if (distance < least) {
                    least = distance;
                    nearest = pointOf(item).get();
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private int sliceAt(MouseEvent e) {
        ScatterPlot plot = dots;
        JFreeChart shown = chart;
        Rectangle2D area = drawn.getPlotInfo().getDataArea();
        if (plot == null || shown == null || area == null) {
            return -1;
        }
        XYPlot axes = shown.getXYPlot();
        int nearest = -1;
        double least = REACH;
        for (ScatterPlot.Dot dot : plot.dots()) {
            double x = axes.getDomainAxis().valueToJava2D(dot.x(), area, axes.getDomainAxisEdge());
            double y = axes.getRangeAxis().valueToJava2D(dot.y(), area, axes.getRangeAxisEdge());
            double distance = Math.hypot(x - e.getX(), y - e.getY());
            if (distance < least) {
                least = distance;
                nearest = dot.slice();
            }
        }
        return nearest;
    }

    private Optional<LinePlot.Point> pointOf(XYItemEntity item) {
        int series = item.getSeriesIndex();
        return series >= runs.size()
                ? Optional.empty()
                : Optional.of(runs.get(series).get(item.getItem()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(getBackground());
            g.fillRect(0, 0, getWidth(), getHeight());
            Maker making = maker;
            JFreeChart shown = chart;
            if (making != null && (shown == null || !drawnSize.equals(getSize()))) {
                shown = making.of(getWidth(), getHeight());
                drawnSize = getSize();
                chart = shown;
            }
            drawn = new ChartRenderingInfo();
            if (shown != null) {
                shown.draw(g, new Rectangle2D.Double(0, 0, getWidth(), getHeight()), drawn);
            } else {
                g.setColor(getForeground());
                g.setFont(getFont());
                Sentence.paint(g, empty, getSize());
            }
        } finally {
            g.dispose();
        }
    }
}
