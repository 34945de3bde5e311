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

/** Wires "Trade-offs" into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.landscape//TradeOffs//EN", autostore = false)
@TopComponent.Description(preferredID = "TradeOffsTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 440)
@ActionID(category = "Window", id = "org.tessera.ui.landscape.TradeOffsTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 440)
@TopComponent.OpenActionRegistration(displayName = "Trade-offs", preferredID = "TradeOffsTopComponent")
public final class TradeOffsTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public TradeOffsTopComponent() {
        super("Trade-offs", new Dimension(320, 180));
        TradeOffsView view = new TradeOffsView();
        TradeOffsPresenter presenter = new TradeOffsPresenter(WorkbenchService.workbench(), view);
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
