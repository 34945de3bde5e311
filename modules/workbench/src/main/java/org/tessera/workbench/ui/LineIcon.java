// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Scanner;
import javax.swing.Icon;

/** Icons of one stroke, 16 x 16, sharp at every scale, in the colour of the theme. */
@SuppressWarnings("ImmutableEnumChecker") // a shape that nobody changes
public enum LineIcon implements Icon {
    CHECK(Colours.BETTER, "M3 8.5 L6.5 12 L13 4.5"),
    TRIANGLE(Colours.WARNING, "M8 2.5 L14.5 13.5 L1.5 13.5 Z M8 6.5 L8 9.8 M8 11.6 L8 11.7"),
    CROSS(Colours.WORSE, "M4 4 L12 12 M12 4 L4 12"),
    DASH(Colours.SECONDARY, "M4 8 L12 8"),
    PROJECT(Colours.ACCENT, "M8 1.8 L14 5 L14 11 L8 14.2 L2 11 L2 5 Z M2 5 L8 8.2 L14 5 M8 8.2 L8 14.2"),
    IMAGES(Colours.SECONDARY, "M2 3 L14 3 L14 13 L2 13 Z M2 11 L6 7.5 L9 10.5 L11 8.8 L14 11.2 M10.5 5.6 L10.6 5.7"),
    EXPERIMENT(Colours.SECONDARY, "M6 2 L10 2 M6.6 2 L6.6 6.5 L3 13.6 L13 13.6 L9.4 6.5 L9.4 2 M4.6 10.5 L11.4 10.5"),
    SWEEP(
            Colours.ACCENT,
            "M2.5 2.5 L7 2.5 L7 7 L2.5 7 Z M9 2.5 L13.5 2.5 L13.5 7 L9 7 Z M2.5 9 L7 9 L7 13.5 L2.5 13.5 Z M9 9 L13.5 9 L13.5 13.5 L9 13.5 Z"),
    RUN(Colours.BETTER, "M4.5 2.8 L12.8 8 L4.5 13.2 Z"),
    STOP(Colours.WORSE, "M4 4 L12 4 L12 12 L4 12 Z"),
    PAUSE(Colours.SECONDARY, "M5.5 3.5 L5.5 12.5 M10.5 3.5 L10.5 12.5"),
    CLOSE(Colours.SECONDARY, "M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5"),
    FOLDED(Colours.SECONDARY, "M6 4 L10 8 L6 12"),
    UNFOLDED(Colours.SECONDARY, "M4 6 L8 10 L12 6"),
    SEARCH(
            Colours.SECONDARY,
            "M7 2.5 C4.5 2.5 2.5 4.5 2.5 7 C2.5 9.5 4.5 11.5 7 11.5 C9.5 11.5 11.5 9.5 11.5 7 C11.5 4.5 9.5 2.5 7 2.5 M10.3 10.3 L13.5 13.5"),
    OPEN(Colours.SECONDARY, "M2 12.8 L2 3.6 L6.3 3.6 L7.8 5.4 L13 5.4 L13 7.5 M2 12.8 L4.2 7.5 L15 7.5 L12.8 12.8 Z"),
    UNDO(
            Colours.SECONDARY,
            "M6 3 L2.8 6.2 L6 9.4 M2.8 6.2 L9.5 6.2 C12 6.2 13.5 7.8 13.5 10 C13.5 12 12 13.2 9.8 13.2 L6.5 13.2"),
    REDO(
            Colours.SECONDARY,
            "M10 3 L13.2 6.2 L10 9.4 M13.2 6.2 L6.5 6.2 C4 6.2 2.5 7.8 2.5 10 C2.5 12 4 13.2 6.2 13.2 L9.5 13.2"),
    LIVE(Colours.ACCENT, "M1.5 8.5 L4.5 8.5 L6.5 3.5 L9.5 12.5 L11.5 8.5 L14.5 8.5"),
    LINK(
            Colours.ACCENT,
            "M6.5 9.5 L9.5 6.5 M7.5 4.8 L9 3.3 C10.2 2.1 12 2.1 13 3.2 C14 4.2 14 5.9 12.8 7.1 L11.3 8.6 M8.6 11.3 L7.1 12.8 C5.9 14 4.2 14 3.2 13 C2.1 12 2.1 10.2 3.3 9 L4.8 7.5"),
    PLUS(Colours.SECONDARY, "M8 3 L8 13 M3 8 L13 8"),
    MINUS(Colours.SECONDARY, "M3 8 L13 8"),
    FOLDER(Colours.SECONDARY, "M2 12.8 L2 3.6 L6.3 3.6 L7.8 5.4 L14 5.4 L14 12.8 Z"),
    FIT(
            Colours.SECONDARY,
            "M2.5 6 L2.5 2.5 L6 2.5 M10 2.5 L13.5 2.5 L13.5 6 M13.5 10 L13.5 13.5 L10 13.5 M6 13.5 L2.5 13.5 L2.5 10"),
    THEME(
            Colours.SECONDARY,
            "M8 2 L8 14 M8 2 C4.7 2 2 4.7 2 8 C2 11.3 4.7 14 8 14 C11.3 14 14 11.3 14 8 C14 4.7 11.3 2 8 2 M8 5 L12.5 5 M8 8 L14 8 M8 11 L12.5 11");

    private static final int SIZE = 16;

    private final Colours colour;
    private final Path2D shape;

    LineIcon(Colours colour, String path) {
        this.colour = colour;
        this.shape = shape(path);
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.translate(x, y);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            boolean enabled = c == null || c.isEnabled();
            g.setColor(enabled ? colour.get() : Colours.BORDER.get());
            g.draw(shape);
        } finally {
            g.dispose();
        }
    }

    /** M, L, C and Z of SVG's path language, absolute. */
    private static Path2D shape(String path) {
        Path2D.Double shape = new Path2D.Double();
        Scanner words = new Scanner(path.replaceAll("([MLCZ])", " $1 ")).useLocale(Locale.ROOT);
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> shape.moveTo(words.nextDouble(), words.nextDouble());
                case "L" -> shape.lineTo(words.nextDouble(), words.nextDouble());
                case "C" ->
                    shape.curveTo(
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble(),
                            words.nextDouble());
                default -> shape.closePath();
            }
        }
        return shape;
    }
}
