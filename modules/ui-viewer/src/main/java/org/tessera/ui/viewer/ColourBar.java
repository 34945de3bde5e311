// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import org.tessera.charts.ColourMap;

/** The colours of a heat from least to most. Event thread only. */
public final class ColourBar extends JComponent {
    private static final long serialVersionUID = 1L;
    private final ColourMap colours;

    /** A bar of these colours. */
    public ColourBar(ColourMap colours) {
        this.colours = colours;
        setPreferredSize(new Dimension(100, 16));
    }

    @Override
    protected void paintComponent(Graphics g) {
        for (int x = 0; x < getWidth(); x++) {
            g.setColor(colours.heat(x / Math.max(1.0, getWidth() - 1.0)));
            g.drawLine(x, 3, x, getHeight() - 4);
        }
    }
}
