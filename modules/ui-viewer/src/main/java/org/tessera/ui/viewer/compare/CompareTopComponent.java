// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires "Compare" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer.compare//Compare//EN", autostore = false)
@TopComponent.Description(preferredID = "CompareTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "editor", openAtStartup = true, position = 400)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.compare.CompareTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 270),
    @ActionReference(path = "Shortcuts", name = "D-4"),
    @ActionReference(path = "Shortcuts", name = "DS-C")
})
@TopComponent.OpenActionRegistration(displayName = "Compare", preferredID = "CompareTopComponent")
public final class CompareTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public CompareTopComponent() {
        super("Compare", new Dimension(480, 280));
        CompareView view = new CompareView();
        ComparePresenter presenter = new ComparePresenter(WorkbenchService.workbench(), view);
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
