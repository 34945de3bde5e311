// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.settings;

import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;

/** Which FlatLaf theme the window wears; read by the platform when it starts. */
public final class LookAndFeel {
    private static final String LIGHT = "com.formdev.flatlaf.FlatLightLaf";
    private static final String KEY = "laf";

    private LookAndFeel() {}

    /** Chooses the light theme where the user has chosen none. Call before the first window. */
    public static void chooseDefault() {
        Preferences laf = NbPreferences.root().node("laf");
        if (laf.get(KEY, null) == null) {
            laf.put(KEY, LIGHT);
        }
    }
}
