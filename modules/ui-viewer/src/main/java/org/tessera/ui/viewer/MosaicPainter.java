// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.tessera.charts.MosaicPicture;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.tracking.RunDetails;
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

    /** @param smooth whether pixels are interpolated: slower */
    static void paint(Graphics2D g, ViewerState state, MosaicPicture mosaic, Viewport viewport, boolean smooth) {
        mosaic(g, mosaic, viewport, smooth);
        overlay(g, state, mosaic, viewport);
    }

    /** The mosaic alone. */
    static void mosaic(Graphics2D g, MosaicPicture mosaic, Viewport viewport, boolean smooth) {
        boolean reduces = viewport.scale() * mosaic.factor() < 1;
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth && reduces
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        double scale = viewport.scale() * mosaic.factor();
        g.drawImage(mosaic.image(), new AffineTransform(scale, 0, 0, scale, viewport.left(), viewport.top()), null);
        mosaic.missing().forEach(image -> hatch(g, mosaic.layout().places().get(image), viewport));
    }

    /** What lies over the mosaic. */
    static void overlay(Graphics2D g, ViewerState state, MosaicPicture mosaic, Viewport viewport) {
        RunDetails details = state.details();
        if (details != null) {
            for (int i = 0; i < details.slices().size(); i++) {
                slice(g, state, details, i, viewport);
            }
            g.setComposite(AlphaComposite.SrcOver);
        }
        if (details != null && !state.selected().isEmpty()) {
            dim(g, state, details, mosaic.layout(), viewport);
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
            g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
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

    private static void slice(Graphics2D g, ViewerState state, RunDetails details, int i, Viewport viewport) {
        int label = details.labels().get(i);
        Rectangle area = viewport.onScreen(details.slices().get(i));
        if (!g.hitClip(area.x, area.y, area.width + 1, area.height + 1)) {
            return;
        }
        int clusters = state.clusters();
        Heat heat = state.heat();
        Overlay overlay = state.overlay();
        if (heat != null) {
            double share = heat.share(i);
            if (!Double.isNaN(share)) {
                g.setComposite(alpha(overlay.opacity() * (overlay.fading() ? share : 1)));
                g.setColor(overlay.colours().heat(share));
                g.fill(area);
            }
            if (heat.of() instanceof HeatOf.Like like && like.slice() == i) {
                g.setComposite(alpha(1));
                g.setColor(Color.WHITE);
                g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
            }
        } else if (label >= 0 && !overlay.hidden().contains(label)) {
            double strength = overlay.colours().strength(label, clusters);
            g.setComposite(alpha(overlay.opacity() * strength));
            g.setColor(overlay.colours().colour(label, clusters));
            g.fill(area);
            if (strength == 1 && area.width > LEAST_FOR_OUTLINE) {
                g.setComposite(alpha(Math.min(1, overlay.opacity() * 1.6)));
                g.drawRect(area.x, area.y, area.width - 1, area.height - 1);
            }
        }
        if (overlay.borders() && area.width > LEAST_FOR_OUTLINE / 2) {
            g.setComposite(alpha(0.35));
            g.setColor(Color.WHITE);
            g.drawRect(area.x, area.y, area.width, area.height);
        }
    }

    private static AlphaComposite alpha(double opacity) {
        return AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity);
    }
}
