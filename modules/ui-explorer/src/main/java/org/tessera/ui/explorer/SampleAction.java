// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionRegistration;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.WorkbenchService;

/** Draws the sample tiles and adds them. */
@ActionID(category = "File", id = "org.tessera.ui.explorer.SampleAction")
@ActionRegistration(displayName = "Open sample", lazy = false)
@ActionReference(path = "Menu/TesseraFile", position = 300)
public final class SampleAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final transient Workbench workbench = WorkbenchService.workbench();

    /** Made by the platform. */
    public SampleAction() {
        super("Open sample");
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        workbench.images().addSample(StoreLocation.userFolder().resolve("sample"));
    }
}
