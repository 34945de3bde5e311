// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.ui.LineIcon;

/** Whether heatmap, scores and plots follow the parameters. */
@ActionID(category = "Run", id = "org.tessera.ui.runs.LiveAction")
@ActionRegistration(displayName = "Live", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraRun", position = 90),
    @ActionReference(path = "Toolbars/Tessera", position = 290),
    @ActionReference(path = "Shortcuts", name = "D-L")
})
public final class LiveAction extends EditorAction {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public LiveAction() {
        super("Live", LineIcon.LIVE, ParametersPresenter::toggleLive);
    }
}
