// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.charts.ScoreCurves;

/** The window "Score vs clusters". */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Clusters//EN", autostore = false)
@TopComponent.Description(preferredID = "ClustersTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 410)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.ClustersTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 410)
@TopComponent.OpenActionRegistration(displayName = "Score vs clusters", preferredID = "ClustersTopComponent")
public final class ClustersTopComponent extends ScoresTopComponent {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ClustersTopComponent() {
        super("Score vs clusters", "clusters", ScoreCurves.Axis.CLUSTERS);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
