// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.Dimension;
import javax.swing.JPanel;

/** Takes the place of the grip of a toolbar: there is one toolbar, and it stays. Named in {@code theme.properties}. */
public final class NoDragger extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final Dimension SIZE = new Dimension(8, 16);

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(SIZE);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(SIZE);
    }
}
