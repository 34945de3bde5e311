// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.settings;

import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;

/** What is done the first time a user starts the program. */
public final class FirstStart {
    private static final String KEY = "started";

    private FirstStart() {}

    /** Runs a task the first time only. */
    public static void once(Runnable task) {
        Preferences settings = NbPreferences.forModule(FirstStart.class);
        if (!settings.getBoolean(KEY, false)) {
            settings.putBoolean(KEY, true);
            task.run();
        }
    }
}
