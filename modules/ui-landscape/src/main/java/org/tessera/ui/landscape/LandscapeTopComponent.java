// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires "Landscape" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.landscape//Landscape//EN", autostore = false)
@TopComponent.Description(preferredID = "LandscapeTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 430)
@ActionID(category = "Window", id = "org.tessera.ui.landscape.LandscapeTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 430)
@TopComponent.OpenActionRegistration(displayName = "Landscape", preferredID = "LandscapeTopComponent")
public final class LandscapeTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public LandscapeTopComponent() {
        super("Landscape", new Dimension(320, 180));
        LandscapeView view = new LandscapeView();
        LandscapePresenter presenter = new LandscapePresenter(WorkbenchService.workbench(), view);
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
