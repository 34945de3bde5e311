// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ParallelPlot} in a window: dragging along an axis brushes it, a click on it takes the brush away, a click on a line
 * tells its run. Event thread only.
 */
public final class ParallelComponent extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int TOP = 34;
    private static final int BOTTOM = 14;
    private static final int SIDE = 64;
    private static final int REACH = 6;
    private static final int MANY = 2000;

    private transient @Nullable ParallelPlot plot;
    private transient PlotTheme theme = PlotTheme.LIGHT;
    private String empty = "";
    private transient List<ParallelPlot.@Nullable Brush> brushes = List.of();
    private transient Consumer<List<Long>> brushed = runs -> {};
    private transient LongConsumer clicked = run -> {};

    /** A component that shows nothing yet. */
    public ParallelComponent() {
        setOpaque(true);
        setPreferredSize(new Dimension(500, 200));
        setMinimumSize(new Dimension(160, 100));
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Hears which runs run through the brushes; empty while there is no brush. */
    public void onBrush(Consumer<List<Long>> listener) {
        brushed = listener;
    }

    /** Hears of a run whose line is clicked. */
    public void onRun(LongConsumer listener) {
        clicked = listener;
    }

    /** Shows runs; brushes stay where the axes are the same. */
    public void show(ParallelPlot shown, PlotTheme colours) {
        ParallelPlot before = plot;
        boolean keeps = before != null
                && before.axes().stream()
                        .map(ParallelPlot.Axis::label)
                        .toList()
                        .equals(shown.axes().stream()
                                .map(ParallelPlot.Axis::label)
                                .toList());
        plot = shown;
        theme = colours;
        if (!keeps) {
            brushes = Collections.nCopies(shown.axes().size(), null);
        }
        tell();
        repaint();
    }

    /** Shows a sentence in place of a plot. */
    public void showNothing(String sentence) {
        plot = null;
        empty = sentence;
        repaint();
    }

    private void brush(int axis, ParallelPlot.@Nullable Brush brush) {
        List<ParallelPlot.@Nullable Brush> other = new ArrayList<>(brushes);
        other.set(axis, brush);
        brushes = other;
        tell();
        repaint();
    }

    private void tell() {
        ParallelPlot shown = plot;
        boolean any = brushes.stream().anyMatch(brush -> brush != null);
        brushed.accept(
                shown == null || !any
                        ? List.of()
                        : shown.lines().stream()
                                .filter(line -> line.through(brushes))
                                .map(ParallelPlot.Line::run)
                                .toList());
    }

    private double xOf(int axis, int axes) {
        return axes < 2 ? getWidth() / 2.0 : SIDE + axis * (getWidth() - 2.0 * SIDE) / (axes - 1);
    }

    private double yOf(double at) {
        return TOP + (1 - at) * Math.max(1, getHeight() - TOP - BOTTOM);
    }

    private double atOf(int y) {
        return Math.max(0, Math.min(1, 1 - (y - TOP) / (double) Math.max(1, getHeight() - TOP - BOTTOM)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(getBackground());
            g.fillRect(0, 0, getWidth(), getHeight());
            ParallelPlot shown = plot;
            if (shown == null) {
                g.setColor(getForeground());
                g.setFont(getFont());
                Sentence.paint(g, empty, getSize());
                return;
            }
            if (shown.lines().size() <= MANY) {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            }
            lines(g, shown);
            axes(g, shown);
        } finally {
            g.dispose();
        }
    }

    private void lines(Graphics2D g, ParallelPlot shown) {
        boolean any = brushes.stream().anyMatch(brush -> brush != null);
        int alpha = (int)
                Math.max(28, Math.min(150, 12_000.0 / Math.max(1, shown.lines().size())));
        Color faint = alpha(theme.secondary(), any ? Math.min(40, alpha) : alpha);
        Color bright = alpha(theme.accent(), Math.max(90, alpha));
        ParallelPlot.Line inHand = null;
        List<ParallelPlot.Line> through = new ArrayList<>();
        g.setColor(faint);
        for (ParallelPlot.Line line : shown.lines()) {
            if (shown.selected() != null && line.run() == shown.selected()) {
                inHand = line;
            } else if (any && line.through(brushes)) {
                through.add(line);
            } else {
                g.draw(path(line));
            }
        }
        g.setColor(bright);
        through.forEach(line -> g.draw(path(line)));
        if (inHand != null) {
            g.setColor(theme.text());
            g.setStroke(new BasicStroke(2f));
            g.draw(path(inHand));
            g.setStroke(new BasicStroke(1f));
        }
    }

    private static Color alpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** The line of a run; it is broken where it has no value. */
    private Path2D path(ParallelPlot.Line line) {
        Path2D.Double path = new Path2D.Double();
        boolean down = false;
        int axes = line.at().size();
        for (int i = 0; i < axes; i++) {
            double at = line.at().get(i);
            if (Double.isNaN(at)) {
                down = false;
            } else if (down) {
                path.lineTo(xOf(i, axes), yOf(at));
            } else {
                path.moveTo(xOf(i, axes), yOf(at));
                down = true;
            }
        }
        return path;
    }

    private void axes(Graphics2D g, ParallelPlot shown) {
        g.setFont(g.getFont().deriveFont(11f));
        FontMetrics metrics = g.getFontMetrics();
        int count = shown.axes().size();
        for (int i = 0; i < count; i++) {
            ParallelPlot.Axis axis = shown.axes().get(i);
            int x = (int) Math.round(xOf(i, count));
            g.setColor(theme.line());
            g.drawLine(x, (int) yOf(1), x, (int) yOf(0));
            ParallelPlot.Brush brush = brushes.get(i);
            if (brush != null) {
                g.setColor(alpha(theme.accent(), 70));
                int top = (int) yOf(brush.to());
                g.fillRect(x - REACH, top, 2 * REACH, Math.max(2, (int) yOf(brush.from()) - top));
            }
            g.setColor(axis.accent() ? theme.accent() : theme.text());
            centred(g, axis.label(), x, i % 2 == 0 ? 12 : 25, (int)
                    (2 * (getWidth() - 2.0 * SIDE) / Math.max(1, count - 1)));
            double lowest = Double.POSITIVE_INFINITY;
            g.setColor(theme.secondary());
            for (ParallelPlot.Tick tick : axis.ticks()) {
                double y = yOf(tick.at());
                if (y < lowest - metrics.getAscent()) {
                    lowest = y;
                    int left = i == 0 || x + 5 + metrics.stringWidth(tick.text()) > getWidth()
                            ? x - 5 - metrics.stringWidth(tick.text())
                            : x + 5;
                    g.setColor(alpha(theme.background(), 190));
                    g.fillRect(
                            left - 1,
                            (int) y - metrics.getAscent() / 2 - 1,
                            metrics.stringWidth(tick.text()) + 2,
                            metrics.getAscent());
                    g.setColor(theme.secondary());
                    g.drawString(tick.text(), left, (int) y + metrics.getAscent() / 2 - 1);
                }
            }
        }
    }

    private void centred(Graphics2D g, String label, int x, int y, int room) {
        FontMetrics metrics = g.getFontMetrics();
        String text = label;
        while (metrics.stringWidth(text) > room && text.length() > 3) {
            text = text.substring(0, text.length() - 2) + "…";
        }
        int width = metrics.stringWidth(text);
        g.drawString(text, Math.max(2, Math.min(getWidth() - width - 2, x - width / 2)), y);
    }

    /** The axis at a place, or -1. */
    private int axisAt(int x) {
        ParallelPlot shown = plot;
        int count = shown == null ? 0 : shown.axes().size();
        for (int i = 0; i < count; i++) {
            if (Math.abs(xOf(i, count) - x) <= REACH) {
                return i;
            }
        }
        return -1;
    }

    private void open(MouseEvent e) {
        ParallelPlot shown = plot;
        if (shown == null) {
            return;
        }
        long nearest = 0;
        double least = REACH;
        for (ParallelPlot.Line line : shown.lines()) {
            double distance = distance(line, e.getX(), e.getY());
            if (distance < least && line.through(brushes)) {
                least = distance;
                nearest = line.run();
            }
        }
        if (nearest > 0) {
            clicked.accept(nearest);
        }
    }

    /** How far above or below a point a line runs. */
    private double distance(ParallelPlot.Line line, int x, int y) {
        int count = line.at().size();
        for (int i = 0; i + 1 < count; i++) {
            double left = xOf(i, count);
            double right = xOf(i + 1, count);
            if (x >= left && x <= right) {
                double share = (x - left) / (right - left);
                double at = line.at().get(i) * (1 - share) + line.at().get(i + 1) * share;
                return Double.isNaN(at) ? Double.POSITIVE_INFINITY : Math.abs(yOf(at) - y);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Brushes and clicks. */
    private final class Mouse extends MouseAdapter {
        private int axis = -1;
        private double from;

        @Override
        public void mousePressed(MouseEvent e) {
            axis = axisAt(e.getX());
            from = atOf(e.getY());
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            if (axis >= 0) {
                double to = atOf(e.getY());
                brush(axis, new ParallelPlot.Brush(Math.min(from, to), Math.max(from, to)));
            }
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            axis = -1;
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            int at = axisAt(e.getX());
            if (at >= 0) {
                brush(at, null);
            } else {
                open(e);
            }
        }
    }
}
