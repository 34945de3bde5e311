// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.GreyRange;
import org.tessera.workbench.ui.Colours;

/**
 * How often grey values are, and between two handles those that are shown from black to white. Dragging a handle moves it,
 * dragging between them moves both, a double click asks for the range that suits. Event thread only.
 */
final class GreyHistogram extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int HANDLE = 5;
    private static final int SCALE = 6;
    private static final int GRASP = 8;

    private final transient Consumer<@Nullable GreyRange> listener;
    private transient long[] counts = new long[0];
    private transient long @Nullable [] columns;
    private int first;
    private int last = GreyRange.MOST;
    private transient GreyRange range = new GreyRange(0, GreyRange.MOST);

    /** @param listener told the range that is wanted; null for the one that suits */
    GreyHistogram(Consumer<@Nullable GreyRange> listener) {
        this.listener = listener;
        setName("viewer.range.histogram");
        setPreferredSize(new Dimension(120, 56));
        setMinimumSize(new Dimension(60, 56));
        setToolTipText("Drag the ends to set what is black and what is white; double-click for automatic");
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** @param histogram how many pixels have each of the values 0..65535; the same array for the same mosaic */
    void show(long[] histogram, GreyRange shown) {
        if (!Arrays.equals(histogram, counts)) {
            counts = histogram.clone();
            first = 0;
            last = GreyRange.MOST;
            while (first < last - 1 && counts[first] == 0) {
                first++;
            }
            while (last > first + 1 && counts[last] == 0) {
                last--;
            }
            columns = null;
        }
        range = shown;
        repaint();
    }

    private int xOf(int grey) {
        double share = (Math.max(first, Math.min(last, grey)) - first) / (double) (last - first);
        return HANDLE + (int) Math.round(share * (getWidth() - 1 - 2 * HANDLE));
    }

    private int greyAt(int x) {
        double share = (x - HANDLE) / (double) Math.max(1, getWidth() - 1 - 2 * HANDLE);
        return (int) Math.round(first + share * (last - first));
    }

    private long[] columns(int width) {
        long[] known = columns;
        if (known == null || known.length != width) {
            known = new long[width];
            for (int grey = first; grey <= last && counts.length > 0; grey++) {
                known[Math.min(width - 1, (int) ((grey - first) / (double) (last - first + 1) * width))] +=
                        counts[grey];
            }
            columns = known;
        }
        return known;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int width = getWidth() - 2 * HANDLE;
        int bottom = getHeight() - SCALE - HANDLE - 2;
        if (width > 0) {
            long[] bars = columns(width);
            double most = Math.sqrt((double) Arrays.stream(bars).max().orElse(1));
            g.setColor(Colours.SECONDARY.get());
            for (int x = 0; x < width; x++) {
                int height = most == 0 ? 0 : (int) Math.round(Math.sqrt((double) bars[x]) / most * (bottom - 2));
                if (height > 0) {
                    g.fillRect(HANDLE + x, bottom - height, 1, height);
                }
            }
            int black = xOf(range.black());
            int white = xOf(range.white());
            Color veil = Colours.PANEL.get();
            g.setColor(new Color(veil.getRed(), veil.getGreen(), veil.getBlue(), 170));
            g.fillRect(HANDLE, 0, black - HANDLE, bottom);
            g.fillRect(white + 1, 0, HANDLE + width - white, bottom);
            g.setPaint(new GradientPaint(black, 0, Color.BLACK, Math.max(black + 1, white), 0, Color.WHITE));
            g.fillRect(HANDLE, bottom + 1, width, SCALE);
            g.setColor(Colours.BORDER.get());
            g.drawRect(HANDLE, bottom + 1, width - 1, SCALE);
            handle(g, black, Color.BLACK, bottom);
            handle(g, white, Color.WHITE, bottom);
        }
        g.dispose();
    }

    private void handle(Graphics2D g, int x, Color fill, int bottom) {
        g.setColor(Colours.ACCENT.get());
        g.drawLine(x, 0, x, bottom);
        int top = bottom + SCALE;
        Polygon triangle = new Polygon(
                new int[] {x, x + HANDLE, x - HANDLE}, new int[] {top - 1, top + HANDLE + 1, top + HANDLE + 1}, 3);
        g.setColor(fill);
        g.fill(triangle);
        g.setColor(Colours.ACCENT.get());
        g.draw(triangle);
    }

    /** Drags the handles. */
    private final class Mouse extends MouseAdapter {
        private boolean black;
        private boolean white;
        private int from;
        private GreyRange start = range;

        @Override
        public void mousePressed(MouseEvent e) {
            int toBlack = Math.abs(e.getX() - xOf(range.black()));
            int toWhite = Math.abs(e.getX() - xOf(range.white()));
            boolean between = Math.min(toBlack, toWhite) > GRASP
                    && e.getX() > xOf(range.black())
                    && e.getX() < xOf(range.white());
            black = between || toBlack <= toWhite;
            white = between || toWhite < toBlack;
            from = greyAt(e.getX());
            start = range;
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            int by = greyAt(e.getX()) - from;
            int low = start.black() + (black ? by : 0);
            int high = start.white() + (white ? by : 0);
            if (low < high) {
                listener.accept(GreyRange.clamped(low, high));
            }
        }

        @Override
        public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2) {
                listener.accept(null);
            }
        }

        @Override
        public void mouseMoved(MouseEvent e) {
            setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
        }
    }
}
