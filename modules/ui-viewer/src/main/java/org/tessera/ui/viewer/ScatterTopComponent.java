// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires "PCA scatter" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Scatter//EN", autostore = false)
@TopComponent.Description(preferredID = "ScatterTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraSlices", openAtStartup = true, position = 500)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.ScatterTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 500)
@TopComponent.OpenActionRegistration(displayName = "PCA scatter", preferredID = "ScatterTopComponent")
public final class ScatterTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ScatterTopComponent() {
        super("PCA scatter", new Dimension(260, 180));
        ScatterView view = new ScatterView();
        view.present(new ScatterPresenter(WorkbenchService.workbench(), view));
        add(view);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
