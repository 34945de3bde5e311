// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.Dimension;
import java.awt.GridBagLayout;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** A panel that in a scroll pane is as wide as what is seen of it, and scrolls downward only. Event thread. */
final class FittingPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int STEP = 16;

    FittingPanel() {
        super(new GridBagLayout());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return STEP;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(STEP, visible.height - STEP);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
