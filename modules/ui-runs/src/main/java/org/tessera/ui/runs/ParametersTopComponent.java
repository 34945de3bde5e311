// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires the parameter editor into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.runs//Parameters//EN", autostore = false)
@TopComponent.Description(preferredID = "ParametersTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraParameters", openAtStartup = true, position = 10)
@ActionID(category = "Window", id = "org.tessera.ui.runs.ParametersTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 300),
    @ActionReference(path = "Shortcuts", name = "D-5")
})
@TopComponent.OpenActionRegistration(displayName = "Parameters", preferredID = "ParametersTopComponent")
public final class ParametersTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    private final transient ParametersPresenter presenter;

    /** Made by the platform. */
    public ParametersTopComponent() {
        super("Parameters", new Dimension(290, 240));
        Workbench workbench = WorkbenchService.workbench();
        ParametersView view = new ParametersView(workbench.statistics());
        presenter = new ParametersPresenter(workbench, view);
        view.present(presenter);
        add(view);
    }

    ParametersPresenter presenter() {
        return presenter;
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
