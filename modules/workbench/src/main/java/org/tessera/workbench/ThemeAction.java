// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import org.openide.DialogDisplayer;
import org.openide.LifecycleManager;
import org.openide.NotifyDescriptor;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.settings.LookAndFeel;

/** Light to dark and back. */
@ActionID(category = "View", id = "org.tessera.workbench.ThemeAction")
@ActionRegistration(displayName = "Light or dark theme...", lazy = false)
@ActionReference(path = "Menu/TesseraView", position = 100)
public final class ThemeAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ThemeAction() {
        super("Light or dark theme...");
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        boolean dark = !LookAndFeel.isDarkChosen();
        NotifyDescriptor question = new NotifyDescriptor.Confirmation(
                "Restart Tessera in the " + (dark ? "dark" : "light") + " theme?", NotifyDescriptor.OK_CANCEL_OPTION);
        if (DialogDisplayer.getDefault().notify(question) == NotifyDescriptor.OK_OPTION) {
            LookAndFeel.choose(dark);
            LifecycleManager.getDefault().markForRestart();
            LifecycleManager.getDefault().exit();
        }
    }
}
