// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.windows.WindowManager;

/** A report on the chosen runs or the selected sweep. */
@ActionID(category = "Run", id = "org.tessera.ui.explorer.ReportAction")
@ActionRegistration(displayName = "Report...", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 400),
    @ActionReference(path = "Shortcuts", name = "D-P")
})
public final class ReportAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ReportAction() {
        super("Report…");
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (WindowManager.getDefault().findTopComponent("ExplorerTopComponent")
                instanceof ExplorerTopComponent explorer) {
            explorer.report();
        }
    }
}
