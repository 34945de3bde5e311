// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.settings;

import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;

/** Which FlatLaf theme the window wears; read by the platform when it starts. */
public final class LookAndFeel {
    private static final String LIGHT = "com.formdev.flatlaf.FlatLightLaf";
    private static final String DARK = "com.formdev.flatlaf.FlatDarkLaf";
    private static final String KEY = "laf";

    private LookAndFeel() {}

    /**
     * Chooses the theme that the system property {@code tessera.theme} names (light or dark), and the light one where the
     * user has never chosen. Call before the first window.
     */
    public static void chooseDefault() {
        String named = System.getProperty("tessera.theme", "");
        if (!named.isEmpty()) {
            choose(named.equals("dark"));
        } else if (preferences().get(KEY, null) == null) {
            preferences().put(KEY, LIGHT);
        }
    }

    /** Whether the dark theme is chosen. */
    public static boolean isDarkChosen() {
        return DARK.equals(preferences().get(KEY, LIGHT));
    }

    /** Chooses a theme, worn from the next start on. */
    public static void choose(boolean dark) {
        preferences().put(KEY, dark ? DARK : LIGHT);
    }

    private static Preferences preferences() {
        return NbPreferences.root().node("laf");
    }
}
