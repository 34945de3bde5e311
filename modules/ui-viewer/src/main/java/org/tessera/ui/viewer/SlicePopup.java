// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.Arrays;
import org.tessera.workbench.ui.Colours;

/** The numbers and the histogram of the slice under the pointer, beside it and inside the canvas. */
final class SlicePopup {
    private static final int PAD = 10;
    private static final int LINE = 18;
    private static final int WIDTH = 268;
    private static final int HISTOGRAM = 44;
    private static final int SCALE = 5;

    private SlicePopup() {}

    /**
     * Paints it.
     *
     * @param histogram how the slice's grey values lie in the range that is shown from black to white
     * @param slice where it lies on the canvas
     */
    static void paint(
            Graphics2D g,
            SliceText text,
            String image,
            Color colour,
            long[] histogram,
            Rectangle slice,
            Dimension canvas) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int height = 2 * PAD + LINE * (2 + text.lines().size()) + HISTOGRAM;
        int x = slice.x + slice.width + PAD;
        if (x + WIDTH > canvas.width) {
            x = slice.x - WIDTH - PAD;
        }
        x = Math.max(4, Math.min(x, canvas.width - WIDTH - 4));
        int y = Math.max(4, Math.min(slice.y, canvas.height - height - 4));
        g.setColor(Colours.PANEL.get());
        g.fillRoundRect(x, y, WIDTH, height, 8, 8);
        g.setColor(Colours.BORDER.get());
        g.setStroke(new BasicStroke(1f));
        g.drawRoundRect(x, y, WIDTH, height, 8, 8);
        g.setColor(colour);
        g.fillRect(x + PAD, y + PAD + 2, 11, 11);
        Font font = g.getFont().deriveFont(12f);
        int baseline = y + PAD + 12;
        g.setFont(font.deriveFont(Font.BOLD));
        g.setColor(Colours.TEXT.get());
        g.drawString(text.title(), x + PAD + 18, baseline);
        right(g, font.deriveFont(11f), Colours.SECONDARY.get(), text.place(), x + WIDTH - PAD, baseline);
        g.setFont(font.deriveFont(11f));
        g.drawString(image, x + PAD, baseline + LINE);
        int line = baseline + 2 * LINE;
        for (SliceText.Line one : text.lines()) {
            right(g, font.deriveFont(11f), Colours.SECONDARY.get(), one.deviation(), x + WIDTH - PAD, line);
            right(g, font, Colours.TEXT.get(), one.value(), x + WIDTH - PAD - 56, line);
            g.setFont(font);
            g.drawString(one.name(), x + PAD, line);
            line += LINE;
        }
        histogram(g, histogram, x + PAD, line - 6, WIDTH - 2 * PAD);
    }

    private static void histogram(Graphics2D g, long[] counts, int x, int y, int width) {
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        int room = HISTOGRAM - SCALE - 4;
        g.setColor(Colours.SECONDARY.get());
        for (int i = 0; i < counts.length; i++) {
            int from = x + i * width / counts.length;
            int wide = Math.max(1, x + (i + 1) * width / counts.length - from);
            int high = (int) Math.round(counts[i] / most * room);
            g.fillRect(from, y + room - high, wide, high);
        }
        g.setPaint(new GradientPaint(x, 0, Color.BLACK, x + (float) width, 0, Color.WHITE));
        g.fillRect(x, y + room + 1, width, SCALE);
    }

    private static void right(Graphics2D g, Font font, Color colour, String text, int x, int y) {
        g.setFont(font);
        g.setColor(colour);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, x - metrics.stringWidth(text), y);
    }
}
