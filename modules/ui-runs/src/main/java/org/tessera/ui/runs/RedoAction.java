// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** Makes the change of parameters again that was taken back. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.RedoAction")
@ActionRegistration(displayName = "Redo change of parameters", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 120),
    @ActionReference(path = "Shortcuts", name = "D-Y")
})
public final class RedoAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public RedoAction() {
        super("Redo change of parameters", LineIcon.REDO, ParametersPresenter::redo);
    }
}
