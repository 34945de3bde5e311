// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;
import org.tessera.workbench.ui.Colours;

/** A square of a colour. */
public record Swatch(Color colour) implements Icon {
    private static final int SIDE = 12;

    @Override
    public void paintIcon(Component c, Graphics g, int x, int y) {
        g.setColor(colour);
        g.fillRect(x, y, SIDE, SIDE);
        g.setColor(Colours.BORDER.get());
        g.drawRect(x, y, SIDE, SIDE);
    }

    @Override
    public int getIconWidth() {
        return SIDE + 1;
    }

    @Override
    public int getIconHeight() {
        return SIDE + 1;
    }
}
