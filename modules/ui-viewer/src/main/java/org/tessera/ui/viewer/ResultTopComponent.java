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

/** Wires "Result" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Result//EN", autostore = false)
@TopComponent.Description(preferredID = "ResultTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraResult", openAtStartup = true, position = 600)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.ResultTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 600)
@TopComponent.OpenActionRegistration(displayName = "Result", preferredID = "ResultTopComponent")
public final class ResultTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ResultTopComponent() {
        super("Result", new Dimension(290, 160));
        ResultView view = new ResultView(WorkbenchService.workbench().session());
        add(view);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
