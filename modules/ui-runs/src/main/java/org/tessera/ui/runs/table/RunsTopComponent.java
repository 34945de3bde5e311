// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires the run table into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.runs.table//Runs//EN", autostore = false)
@TopComponent.Description(preferredID = "RunsTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "editor", openAtStartup = true, position = 300)
@ActionID(category = "Window", id = "org.tessera.ui.runs.table.RunsTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 250),
    @ActionReference(path = "Shortcuts", name = "D-3")
})
@TopComponent.OpenActionRegistration(displayName = "Runs", preferredID = "RunsTopComponent")
public final class RunsTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public RunsTopComponent() {
        super("Runs", new Dimension(480, 280));
        RunTableView view = new RunTableView();
        view.present(new RunTablePresenter(WorkbenchService.workbench(), view));
        add(view);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
