// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** Takes back the last change of parameters. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.UndoAction")
@ActionRegistration(displayName = "Undo change of parameters", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 110),
    @ActionReference(path = "Shortcuts", name = "D-Z")
})
public final class UndoAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public UndoAction() {
        super("Undo change of parameters", LineIcon.UNDO, ParametersPresenter::undo);
    }
}
