// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.mosaic.Pyramid;
import org.tessera.ui.viewer.mosaic.Viewport;
import org.tessera.workbench.ui.Colours;

/** Paints a {@link ViewerState} as a {@link Viewport} shows it. */
final class MosaicPainter {
    private static final int HATCH = 12;
    private static final int LEAST_FOR_OUTLINE = 6;
    private static final Color DIMMED = new Color(0, 0, 0, 105);
    private static final Color FRAME_GROUND = new Color(0, 0, 0, 110);
    private static final BasicStroke DASHED =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f, 3f}, 0f);

    private MosaicPainter() {}

    /**
     * The mosaic alone.
     *
     * @param pixels of the device for one of the graphics, each way
     * @param smooth whether pixels are interpolated: slower
     */
    static void mosaic(Graphics2D g, ViewerState state, Viewport viewport, double pixels, boolean smooth) {
        Pyramid mosaic = state.mosaic();
        if (mosaic != null) {
            mosaic.paint(g, state.range(), viewport, pixels, smooth);
            mosaic.missing().forEach(image -> hatch(g, mosaic.layout().places().get(image), viewport));
        }
    }

    /** What lies over the mosaic. */
    static void overlay(Graphics2D g, ViewerState state, Viewport viewport) {
        RunDetails details = state.details();
        if (details != null) {
            slices(g, state, details, viewport);
            g.setComposite(AlphaComposite.SrcOver);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        if (details != null && !state.selected().isEmpty()) {
            dim(g, state, details, details.layout(), viewport);
        }
        RunDetails ghost = state.ghostOf();
        if (ghost != null) {
            for (int i : state.framed()) {
                frame(g, viewport.onScreen(ghost.slices().get(i)));
            }
        }
    }

    /** Darkens all but the selected slices, which get a frame. */
    private static void dim(
            Graphics2D g, ViewerState state, RunDetails details, MosaicLayout layout, Viewport viewport) {
        Path2D rest = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        rest.append(viewport.onScreen(0, 0, layout.width(), layout.height()), false);
        state.selected()
                .forEach(place -> rest.append(viewport.onScreen(details.slices().get(place)), false));
        g.setColor(DIMMED);
        g.fill(rest);
        g.setColor(Color.WHITE);
        for (int place : state.selected()) {
            Rectangle area = viewport.onScreen(details.slices().get(place));
            // a frame would hide what is in a smaller one
            if (area.width > 2 * LEAST_FOR_OUTLINE) {
                g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
            }
        }
    }

    /** A dashed frame, light on dark, so that it is seen on any ground. */
    private static void frame(Graphics2D g, Rectangle area) {
        if (!g.hitClip(area.x, area.y, area.width + 1, area.height + 1) || area.width < LEAST_FOR_OUTLINE) {
            return;
        }
        g.setStroke(new BasicStroke(1f));
        g.setColor(FRAME_GROUND);
        g.drawRect(area.x + 1, area.y + 1, area.width - 3, area.height - 3);
        g.setStroke(DASHED);
        g.setColor(Color.WHITE);
        g.drawRect(area.x + 1, area.y + 1, area.width - 3, area.height - 3);
        g.setStroke(new BasicStroke(1f));
    }

    private static void hatch(Graphics2D g, MosaicLayout.Place place, Viewport viewport) {
        Rectangle area = viewport.onScreen(place.x(), place.y(), place.width(), place.height());
        Shape clip = g.getClip();
        g.clipRect(area.x, area.y, area.width, area.height);
        g.setColor(Colours.PANEL.get());
        g.fill(area);
        g.setColor(Colours.BORDER.get());
        g.setStroke(new BasicStroke(1f));
        for (int x = area.x - area.height; x < area.x + area.width; x += HATCH) {
            g.drawLine(x, area.y + area.height, x + area.height, area.y);
        }
        g.setClip(clip);
    }

    /** Slices of one look after the other, for changing it costs more than filling a slice. */
    private static void slices(Graphics2D g, ViewerState state, RunDetails details, Viewport viewport) {
        List<Look> looks = Look.of(state);
        Map<Integer, List<Rectangle>> areas = new TreeMap<>();
        List<Rectangle> all = new ArrayList<>();
        for (int i = 0; i < details.slices().size(); i++) {
            Rectangle area = viewport.onScreen(details.slices().get(i));
            if (g.hitClip(area.x, area.y, area.width + 1, area.height + 1)) {
                int look = Look.indexOf(state, details, i);
                if (look >= 0) {
                    areas.computeIfAbsent(look, none -> new ArrayList<>()).add(area);
                }
                all.add(area);
            }
        }
        areas.forEach((look, its) -> fill(g, looks.get(look), its));
        if (state.heat() != null && state.heat().of() instanceof HeatOf.Like like) {
            g.setComposite(alpha(1));
            g.setColor(Color.WHITE);
            Rectangle area = viewport.onScreen(details.slices().get(like.slice()));
            g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
        }
        if (state.overlay().borders()) {
            g.setComposite(alpha(0.35));
            g.setColor(Color.WHITE);
            all.stream()
                    .filter(area -> area.width > LEAST_FOR_OUTLINE / 2)
                    .forEach(area -> outline(g, area.x, area.y, area.width + 1, area.height + 1));
        }
    }

    private static void fill(Graphics2D g, Look look, List<Rectangle> areas) {
        g.setComposite(alpha(look.opacity()));
        g.setColor(look.colour());
        areas.forEach(area -> g.fillRect(area.x, area.y, area.width, area.height));
        if (look.outlined()) {
            g.setComposite(alpha(Math.min(1, look.opacity() * 1.6)));
            areas.stream()
                    .filter(area -> area.width > LEAST_FOR_OUTLINE)
                    .forEach(area -> outline(g, area.x, area.y, area.width, area.height));
        }
    }

    /** Java2D draws a translucent outline twenty times slower than it fills smoothly, see {@link #smoothly}. */
    private static void outline(Graphics2D g, int x, int y, int width, int height) {
        if (g.getRenderingHint(RenderingHints.KEY_ANTIALIASING) != RenderingHints.VALUE_ANTIALIAS_ON || height < 3) {
            g.drawRect(x, y, width - 1, height - 1);
            return;
        }
        g.fillRect(x, y, width, 1);
        g.fillRect(x, y + height - 1, width, 1);
        g.fillRect(x, y + 1, 1, height - 2);
        g.fillRect(x + width - 1, y + 1, 1, height - 2);
    }

    /**
     * Smooths edges where every edge lies between pixels, so that nothing looks smoother: Java2D has a loop of its own for
     * translucent fills that are smoothed, and a general one, five times slower, for those that are not.
     *
     * @param pixels of the device for one of the graphics, each way
     */
    static void smoothly(Graphics2D g, double pixels) {
        if (pixels == Math.rint(pixels)) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        }
    }

    private static AlphaComposite alpha(double opacity) {
        return AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity);
    }
}
