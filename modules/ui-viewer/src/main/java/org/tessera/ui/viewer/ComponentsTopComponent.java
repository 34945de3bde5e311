// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.charts.ScoreCurves;

/** The window "Score vs PCA components". */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Components//EN", autostore = false)
@TopComponent.Description(preferredID = "ComponentsTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 420)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.ComponentsTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 420)
@TopComponent.OpenActionRegistration(displayName = "Score vs PCA components", preferredID = "ComponentsTopComponent")
public final class ComponentsTopComponent extends ScoresTopComponent {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public ComponentsTopComponent() {
        super("Score vs PCA components", "components", ScoreCurves.Axis.COMPONENTS);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
