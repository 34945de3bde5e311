// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires "Heatmap" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Viewer//EN", autostore = false)
@TopComponent.Description(preferredID = "ViewerTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "editor", openAtStartup = true, position = 200)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.ViewerTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 200),
    @ActionReference(path = "Shortcuts", name = "D-2")
})
@TopComponent.OpenActionRegistration(displayName = "Heatmap", preferredID = "ViewerTopComponent")
public final class ViewerTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ViewerTopComponent() {
        super("Heatmap", new Dimension(480, 280));
        ViewerView view = new ViewerView();
        view.present(new ViewerPresenter(WorkbenchService.workbench(), view));
        add(view);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
