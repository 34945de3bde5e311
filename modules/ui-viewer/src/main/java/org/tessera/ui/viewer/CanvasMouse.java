// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Zooms, pans, paints with the brush, draws a frame and points, on a canvas. Event thread only. */
final class CanvasMouse extends MouseAdapter {
    private final HeatmapCanvas canvas;
    private @Nullable Point dragged;
    private @Nullable Point corner;
    private @Nullable Rectangle frame;
    private boolean painting;

    CanvasMouse(HeatmapCanvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void mousePressed(MouseEvent e) {
        canvas.requestFocusInWindow();
        if (e.isPopupTrigger()) {
            menu(e);
        } else if (canvas.brush() != null && SwingUtilities.isLeftMouseButton(e)) {
            painting = true;
            paint(e, true);
        } else if (e.isShiftDown()) {
            corner = e.getPoint();
        } else {
            dragged = e.getPoint();
        }
    }

    private void paint(MouseEvent e, boolean begins) {
        HeatmapCanvas.Brush brush = canvas.brush();
        if (brush != null) {
            brush.over(canvas.mosaicPlace(e.getPoint()), begins);
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        dragged = null;
        painting = false;
        Rectangle drawn = frame;
        corner = null;
        frame = null;
        if (drawn != null) {
            canvas.selectRegion(drawn);
            canvas.setFrame(null);
        }
        if (e.isPopupTrigger()) {
            menu(e);
        }
    }

    private void menu(MouseEvent e) {
        canvas.openMenu(canvas.sliceAt(e.getPoint()), e.getPoint());
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        Point from = dragged;
        Point fixed = corner;
        if (painting) {
            paint(e, false);
        } else if (fixed != null) {
            canvas.hover(-1);
            Rectangle wider = new Rectangle(fixed);
            wider.add(e.getPoint());
            frame = wider;
            canvas.setFrame(wider);
        } else if (from != null) {
            canvas.hover(-1);
            canvas.setViewport(canvas.viewport().moved(e.getX() - from.x, e.getY() - from.y));
            dragged = e.getPoint();
        }
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        if (e.getButton() != MouseEvent.BUTTON1 || e.isShiftDown() || canvas.brush() != null) {
            return;
        }
        if (e.getClickCount() == 2) {
            canvas.click(-1, false);
            canvas.fit();
        } else if (e.getClickCount() == 1) {
            canvas.click(canvas.sliceAt(e.getPoint()), e.isControlDown() || e.isMetaDown());
        }
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        canvas.pointAt(e.getPoint());
    }

    @Override
    public void mouseExited(MouseEvent e) {
        canvas.pointAt(null);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        canvas.hover(-1);
        canvas.setViewport(canvas.viewport()
                .zoomed(Math.pow(HeatmapCanvas.STEP, -e.getPreciseWheelRotation()), e.getX(), e.getY()));
    }
}
