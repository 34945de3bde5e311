// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import javax.swing.JLabel;

/** A label that stands back: smaller, and in the colour of secondary text. Event thread only. */
public final class SecondaryLabel extends JLabel {
    private static final long serialVersionUID = 1L;

    /** A label; a blank text keeps the line's height. */
    public SecondaryLabel(String text) {
        super(text);
        setForeground(Colours.SECONDARY.get());
        setFont(getFont().deriveFont(11f));
    }
}
