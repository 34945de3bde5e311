// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws a {@link LandscapePlot} at a size: the darker the better. */
final class LandscapePainter {
    private static final List<Color> SHADES = List.of(
            new Color(0xEEF3FA), new Color(0xB2CCEB), new Color(0x5C92CE), new Color(0x1C5696), new Color(0x092C5C));
    private static final double DARK_FROM = 0.57;
    private static final int BANDS = 10;
    private static final int LEFT = 64;
    private static final int TOP = 8;
    private static final int RIGHT = 12;
    private static final int BOTTOM = 40;
    private static final int CORNER = 7;
    private static final int REACH = 12;
    private static final int SMALLEST = 8;
    private static final Color ON_LIGHT = new Color(0x1E1F22);
    private static final Color WARNING = new Color(0xE0A020);

    private final LandscapePlot plot;
    private final Font font;
    private final PlotTheme theme;
    private final Rectangle area;
    private final boolean contour;

    LandscapePainter(LandscapePlot plot, Font font, PlotTheme theme, int width, int height, boolean contour) {
        this.plot = plot;
        this.font = font;
        this.theme = theme;
        this.area = new Rectangle(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM));
        this.contour = contour;
    }

    void paint(Graphics2D g) {
        g.setFont(font);
        if (contour) {
            contour(g);
        } else {
            cells(g);
        }
        axes(g);
    }

    /** The place at a point of the component; null for none. */
    LandscapePlot.@Nullable Place placeAt(int x, int y) {
        if (!area.contains(x, y) && !contour) {
            return null;
        }
        if (!contour) {
            return new LandscapePlot.Place(
                    (x - area.x) * plot.xs().size() / area.width,
                    plot.ys().size() - 1 - (y - area.y) * plot.ys().size() / area.height);
        }
        for (int row = 0; row < plot.ys().size(); row++) {
            for (int column = 0; column < plot.xs().size(); column++) {
                if (Math.hypot(xOf(column) - x, yOf(row) - y) < REACH) {
                    return new LandscapePlot.Place(column, row);
                }
            }
        }
        return null;
    }

    private static Color shade(double goodness) {
        double position = goodness * (SHADES.size() - 1);
        int below = Math.min(SHADES.size() - 2, (int) position);
        double rest = position - below;
        Color a = SHADES.get(below);
        Color b = SHADES.get(below + 1);
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * rest),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * rest),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * rest));
    }

    private Rectangle cell(int column, int row) {
        int left = area.x + column * area.width / plot.xs().size();
        int right = area.x + (column + 1) * area.width / plot.xs().size();
        int fromTop = plot.ys().size() - 1 - row;
        int top = area.y + fromTop * area.height / plot.ys().size();
        int bottom = area.y + (fromTop + 1) * area.height / plot.ys().size();
        return new Rectangle(left, top, right - left - 1, bottom - top - 1);
    }

    private void cells(Graphics2D g) {
        int least = area.height / plot.ys().size() - 1;
        g.setFont(font.deriveFont((float) Math.min(font.getSize(), least - 1)));
        FontMetrics metrics = g.getFontMetrics();
        for (int row = 0; row < plot.ys().size(); row++) {
            for (int column = 0; column < plot.xs().size(); column++) {
                Rectangle cell = cell(column, row);
                double value = plot.value(column, row);
                if (Double.isNaN(value)) {
                    g.setColor(theme.line());
                    g.drawRect(cell.x, cell.y, cell.width - 1, cell.height - 1);
                    continue;
                }
                double goodness = plot.goodness(value);
                g.setColor(shade(goodness));
                g.fill(cell);
                String text = text(value);
                if (metrics.stringWidth(text) + 2 <= cell.width && least > SMALLEST) {
                    g.setColor(goodness < DARK_FROM ? ON_LIGHT : Color.WHITE);
                    g.drawString(
                            text,
                            cell.x + (cell.width - metrics.stringWidth(text)) / 2,
                            cell.y + (cell.height + metrics.getAscent() - metrics.getDescent()) / 2);
                }
            }
        }
        for (LandscapePlot.Place place : plot.degenerate()) {
            Rectangle cell = cell(place.column(), place.row());
            Path2D.Double corner = new Path2D.Double();
            int side = Math.min(CORNER, Math.min(cell.width, cell.height));
            corner.moveTo(cell.getMaxX() - side, cell.y);
            corner.lineTo(cell.getMaxX(), cell.y);
            corner.lineTo(cell.getMaxX(), cell.y + side);
            corner.closePath();
            g.setColor(WARNING);
            g.fill(corner);
        }
        plot.best().ifPresent(place -> frame(g, cell(place.column(), place.row()), theme.text()));
        plot.selected().ifPresent(place -> frame(g, cell(place.column(), place.row()), theme.accent()));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.4g", value);
    }

    private static void frame(Graphics2D g, Rectangle cell, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(2f));
        g.drawRect(cell.x, cell.y, cell.width - 1, cell.height - 1);
        g.setStroke(new BasicStroke(1f));
    }

    private static double share(List<Double> positions, double at) {
        return (at - positions.get(0)) / (positions.get(positions.size() - 1) - positions.get(0));
    }

    private int xOf(int column) {
        return contour
                ? (int) Math.round(
                        area.x + share(plot.xPositions(), plot.xPositions().get(column)) * (area.width - 1))
                : (int) cell(column, 0).getCenterX();
    }

    private int yOf(int row) {
        return contour
                ? (int) Math.round(
                        area.y + (1 - share(plot.yPositions(), plot.yPositions().get(row))) * (area.height - 1))
                : (int) cell(0, row).getCenterY();
    }

    /** Bands of equal score between the runs, a line where one meets the next, and a dot at each run. */
    private void contour(Graphics2D g) {
        int[] bands = new int[area.width * area.height];
        double x0 = plot.xPositions().get(0);
        double xSpan = plot.xPositions().get(plot.xs().size() - 1) - x0;
        double y0 = plot.yPositions().get(0);
        double ySpan = plot.yPositions().get(plot.ys().size() - 1) - y0;
        for (int y = 0; y < area.height; y++) {
            for (int x = 0; x < area.width; x++) {
                double value = plot.between(
                        x0 + xSpan * x / Math.max(1, area.width - 1),
                        y0 + ySpan * (area.height - 1 - y) / Math.max(1, area.height - 1));
                bands[y * area.width + x] =
                        Double.isNaN(value) ? -1 : Math.min(BANDS - 1, (int) (plot.goodness(value) * BANDS));
            }
        }
        BufferedImage picture = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < bands.length; i++) {
            int band = bands[i];
            if (band >= 0) {
                boolean edge = (i % area.width > 0 && bands[i - 1] >= 0 && bands[i - 1] != band)
                        || (i >= area.width && bands[i - area.width] >= 0 && bands[i - area.width] != band);
                Color colour = shade((band + 0.5) / BANDS);
                picture.setRGB(i % area.width, i / area.width, (edge ? colour.darker() : colour).getRGB());
            }
        }
        g.setColor(theme.line());
        g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
        g.drawImage(picture, area.x, area.y, null);
        for (int row = 0; row < plot.ys().size(); row++) {
            for (int column = 0; column < plot.xs().size(); column++) {
                LandscapePlot.Place place = new LandscapePlot.Place(column, row);
                double value = plot.value(column, row);
                boolean inHand = plot.selected().filter(place::equals).isPresent();
                boolean best = plot.best().filter(place::equals).isPresent();
                int radius = inHand || best ? 5 : 2;
                g.setColor(Double.isNaN(value) ? theme.line() : inHand ? theme.accent() : theme.text());
                if (plot.degenerate().contains(place) || (best && !inHand)) {
                    g.drawOval(xOf(column) - radius, yOf(row) - radius, 2 * radius, 2 * radius);
                } else {
                    g.fillOval(xOf(column) - radius, yOf(row) - radius, 2 * radius + 1, 2 * radius + 1);
                }
            }
        }
    }

    private void axes(Graphics2D g) {
        g.setColor(theme.secondary());
        g.setFont(font);
        FontMetrics metrics = g.getFontMetrics();
        int last = Integer.MIN_VALUE;
        for (int column = 0; column < plot.xs().size(); column++) {
            String text = plot.xs().get(column);
            int width = metrics.stringWidth(text);
            int left = xOf(column) - width / 2;
            if (left > last + 6) {
                g.drawString(text, left, area.y + area.height + metrics.getAscent() + 3);
                last = left + width;
            }
        }
        int lowest = Integer.MAX_VALUE;
        for (int row = 0; row < plot.ys().size(); row++) {
            int middle = yOf(row);
            if (middle < lowest - metrics.getAscent() - 2) {
                String text = shortened(plot.ys().get(row), metrics);
                g.drawString(
                        text,
                        area.x - 6 - metrics.stringWidth(text),
                        middle + (metrics.getAscent() - metrics.getDescent()) / 2);
                lowest = middle;
            }
        }
        g.drawString(
                plot.xLabel(),
                area.x + (area.width - metrics.stringWidth(plot.xLabel())) / 2,
                area.y + area.height + 2 * metrics.getHeight() + 2);
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI / 2, 12, area.getCenterY());
        g.drawString(
                plot.yLabel(),
                12 - metrics.stringWidth(plot.yLabel()) / 2,
                (int) area.getCenterY() + metrics.getAscent() / 2);
        g.setTransform(upright);
    }

    private static String shortened(String text, FontMetrics metrics) {
        String shown = text;
        while (metrics.stringWidth(shown) > LEFT - 26 && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }
}
