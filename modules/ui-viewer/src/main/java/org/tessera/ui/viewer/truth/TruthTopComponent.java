// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;

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
public final class TruthTopComponent extends TopComponent {
    private static final long serialVersionUID = 1L;

    private final transient TruthPresenter presenter;

    /** Made by the platform. */
    public TruthTopComponent() {
        setName("Ground truth");
        setDisplayName("Ground truth");
        setLayout(new BorderLayout());
        setMinimumSize(new Dimension(480, 280));
        TruthView view = new TruthView();
        presenter = new TruthPresenter(WorkbenchService.workbench(), view, TruthDrafts.ofUser());
        view.present(presenter);
        add(view);
    }

    @Override
    protected void componentShowing() {
        presenter.setShowing(true);
    }

    @Override
    protected void componentHidden() {
        presenter.setShowing(false);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
