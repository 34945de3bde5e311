// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.tessera.ui.viewer.mosaic.Viewport;

/**
 * The picture of a window, painted in memory, where thousands of translucent slices cost little, and kept: a pointer that
 * moves over it paints nothing again, a mosaic that is panned is moved and only what comes into sight is painted. Event
 * thread only.
 */
final class Backdrop {
    private final Layer mosaic = new Layer();
    private final Layer whole = new Layer();
    private @Nullable Scene shown;
    private boolean hasty;

    /** What the picture is of. */
    private record Scene(Color ground, ViewerState state, Viewport viewport, Dimension size, double pixels) {
        boolean sameMosaic(Scene other) {
            return ground.equals(other.ground)
                    && state.mosaic() == other.state.mosaic()
                    && state.range().equals(other.state.range())
                    && size.equals(other.size)
                    && pixels == other.pixels;
        }
    }

    /** The pixels of the mosaic are to be painted again. */
    void changed() {
        shown = null;
    }

    /**
     * Paints what is shown.
     *
     * @param ground around the mosaic
     * @param hurried whether another zoom is painted at once rather than smoothly
     */
    void paint(Graphics2D g, Color ground, ViewerState state, Viewport viewport, Dimension size, boolean hurried) {
        double pixels = g.getTransform().getScaleX();
        Scene wanted = new Scene(ground, state, viewport, new Dimension(size), pixels);
        Scene before = shown;
        if (before == null || !before.sameMosaic(wanted) || (hasty && !hurried)) {
            everything(wanted, hurried);
        } else if (!before.viewport.equals(viewport)) {
            double dx = (viewport.left() - before.viewport.left()) * pixels;
            double dy = (viewport.top() - before.viewport.top()) * pixels;
            if (before.viewport.scale() == viewport.scale() && isWhole(dx) && isWhole(dy)) {
                move(before, wanted, (int) Math.rint(dx), (int) Math.rint(dy));
            } else {
                everything(wanted, hurried);
            }
        } else if (!before.state.equals(state)) {
            over(wanted, mosaic.area());
        }
        shown = wanted;
        g.drawImage(whole.image(), 0, 0, size.width, size.height, null);
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-6;
    }

    private void everything(Scene scene, boolean hurried) {
        hasty = hurried;
        int width = Math.max(1, (int) Math.ceil(scene.size.width * scene.pixels));
        int height = Math.max(1, (int) Math.ceil(scene.size.height * scene.pixels));
        mosaic.resize(width, height);
        whole.resize(width, height);
        under(scene, mosaic.area());
        over(scene, mosaic.area());
    }

    private void move(Scene before, Scene scene, int dx, int dy) {
        mosaic.move(dx, dy);
        boolean sameOver = before.state.equals(scene.state);
        if (sameOver) {
            whole.move(dx, dy);
        } else {
            over(scene, mosaic.area());
        }
        Rectangle all = mosaic.area();
        for (Rectangle strip : new Rectangle[] {
            new Rectangle(dx > 0 ? 0 : all.width + dx, 0, Math.abs(dx), all.height),
            new Rectangle(0, dy > 0 ? 0 : all.height + dy, all.width, Math.abs(dy))
        }) {
            Rectangle seen = strip.intersection(all);
            if (!seen.isEmpty()) {
                under(scene, seen);
                over(scene, seen);
            }
        }
    }

    private void under(Scene scene, Rectangle area) {
        Graphics2D g = mosaic.graphics(area);
        g.setColor(scene.ground);
        g.fill(area);
        g.scale(scene.pixels, scene.pixels);
        MosaicPainter.mosaic(g, scene.state, scene.viewport, scene.pixels, !hasty);
        g.dispose();
    }

    private void over(Scene scene, Rectangle area) {
        Graphics2D g = whole.graphics(area);
        g.drawImage(mosaic.image(), 0, 0, null);
        g.scale(scene.pixels, scene.pixels);
        MosaicPainter.smoothly(g, scene.pixels);
        MosaicPainter.overlay(g, scene.state, scene.viewport);
        g.dispose();
    }

    /** Pixels of the device. */
    private static final class Layer {
        private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

        BufferedImage image() {
            return image;
        }

        void resize(int width, int height) {
            if (image.getWidth() != width || image.getHeight() != height) {
                image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            }
        }

        Rectangle area() {
            return new Rectangle(image.getWidth(), image.getHeight());
        }

        Graphics2D graphics(Rectangle clip) {
            Graphics2D g = image.createGraphics();
            g.clip(clip);
            return g;
        }

        void move(int dx, int dy) {
            Graphics2D g = image.createGraphics();
            g.copyArea(0, 0, image.getWidth(), image.getHeight(), dx, dy);
            g.dispose();
        }
    }
}
