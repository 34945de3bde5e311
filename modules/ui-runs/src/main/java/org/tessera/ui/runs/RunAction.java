// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** The button "Record" of the parameter editor, in menu, toolbar and on a key. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.RunAction")
@ActionRegistration(displayName = "Record", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 100),
    @ActionReference(path = "Toolbars/Tessera", position = 300),
    @ActionReference(path = "Shortcuts", name = "D-R")
})
public final class RunAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public RunAction() {
        super("Record", LineIcon.RUN, ParametersPresenter::run);
    }
}
