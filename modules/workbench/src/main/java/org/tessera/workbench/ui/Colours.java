// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.Color;
import java.util.Locale;
import javax.swing.UIManager;

/** The colours of the windows, light and dark. Event thread. */
public enum Colours {
    PANEL(0xF7F8FA, 0x2B2D30),
    SPLITTER(0xE4E6EB, 0x1A1B1E),
    FIELD(0xFFFFFF, 0x1F2023),
    TEXT(0x1E1F22, 0xDFE1E5),
    SECONDARY(0x646A78, 0xA0A4AE),
    LINE(0xDCDEE4, 0x3C3F44),
    BORDER(0xC4C8D1, 0x50545B),
    ACCENT(0x3574F0, 0x5B92FF),
    SELECTION(0xD5E3FF, 0x2E436E),
    BETTER(0x19754F, 0x62C095),
    WORSE(0xBC3427, 0xF58A7F),
    WARNING(0x8A5A00, 0xE0B85F);

    private final Color light;
    private final Color dark;

    Colours(int light, int dark) {
        this.light = new Color(light);
        this.dark = new Color(dark);
    }

    /** The colour in the theme the windows wear. */
    public Color get() {
        return isDark() ? dark : light;
    }

    /** The colour in a theme. */
    public Color get(boolean inDark) {
        return inDark ? dark : light;
    }

    /** A colour as HTML takes it, {@code #rrggbb}. */
    public static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    /** Whether the windows are dark. */
    public static boolean isDark() {
        return UIManager.getLookAndFeel() != null
                && UIManager.getLookAndFeel().getName().contains("Dark");
    }
}
