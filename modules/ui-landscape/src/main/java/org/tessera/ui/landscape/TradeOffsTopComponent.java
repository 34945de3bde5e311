// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.workbench.WorkbenchService;

/** Wires "Trade-offs" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.landscape//TradeOffs//EN", autostore = false)
@TopComponent.Description(preferredID = "TradeOffsTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 440)
@ActionID(category = "Window", id = "org.tessera.ui.landscape.TradeOffsTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 440)
@TopComponent.OpenActionRegistration(displayName = "Trade-offs", preferredID = "TradeOffsTopComponent")
public final class TradeOffsTopComponent extends TopComponent {
    private static final long serialVersionUID = 1L;

    private final transient TradeOffsPresenter presenter;

    /** Made by the platform. */
    public TradeOffsTopComponent() {
        setName("Trade-offs");
        setDisplayName("Trade-offs");
        setLayout(new BorderLayout());
        setMinimumSize(new Dimension(320, 180));
        TradeOffsView view = new TradeOffsView();
        presenter = new TradeOffsPresenter(WorkbenchService.workbench(), view);
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
