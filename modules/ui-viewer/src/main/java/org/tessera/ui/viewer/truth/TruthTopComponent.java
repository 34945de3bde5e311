// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires "Ground truth" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer.truth//Truth//EN", autostore = false)
@TopComponent.Description(preferredID = "TruthTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "editor", openAtStartup = true, position = 500)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.truth.TruthTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 280),
    @ActionReference(path = "Shortcuts", name = "D-6")
})
@TopComponent.OpenActionRegistration(displayName = "Ground truth", preferredID = "TruthTopComponent")
public final class TruthTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public TruthTopComponent() {
        super("Ground truth", new Dimension(480, 280));
        TruthView view = new TruthView();
        TruthPresenter presenter = new TruthPresenter(WorkbenchService.workbench(), view, TruthDrafts.ofUser());
        view.present(presenter);
        add(view);
        onShowing(presenter::setShowing);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
