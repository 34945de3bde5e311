// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** The button "Sweep" of the parameter editor, in menu, toolbar and on a key. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.SweepAction")
@ActionRegistration(displayName = "Sweep", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 200),
    @ActionReference(path = "Toolbars/Tessera", position = 400),
    @ActionReference(path = "Shortcuts", name = "DS-S")
})
public final class SweepAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public SweepAction() {
        super("Sweep", LineIcon.SWEEP, ParametersPresenter::sweep);
    }
}
