// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** The button "Cancel" of the parameter editor, in menu, toolbar and on a key. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.CancelAction")
@ActionRegistration(displayName = "Cancel", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 300),
    @ActionReference(path = "Shortcuts", name = "D-PERIOD")
})
public final class CancelAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public CancelAction() {
        super("Cancel", LineIcon.STOP, presenter -> presenter.recording().cancel());
    }
}
