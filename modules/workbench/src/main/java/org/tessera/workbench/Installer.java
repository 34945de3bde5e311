// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import org.openide.modules.ModuleInstall;
import org.tessera.workbench.settings.LookAndFeel;

/** First of our code to run in the platform. */
public final class Installer extends ModuleInstall {
    private static final long serialVersionUID = 1L;

    @Override
    public void validate() {
        LookAndFeel.chooseDefault();
    }
}
