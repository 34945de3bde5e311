// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.windows.TopComponent;
import org.tessera.charts.ScoreCurves;

/** The window "Score vs slices". */
@ConvertAsProperties(dtd = "-//org.tessera.ui.viewer//Slices//EN", autostore = false)
@TopComponent.Description(preferredID = "SlicesTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraScores", openAtStartup = true, position = 400)
@ActionID(category = "Window", id = "org.tessera.ui.viewer.SlicesTopComponent")
@ActionReference(path = "Menu/TesseraWindow", position = 400)
@TopComponent.OpenActionRegistration(displayName = "Score vs slices", preferredID = "SlicesTopComponent")
public final class SlicesTopComponent extends ScoresTopComponent {
    private static final long serialVersionUID = 1L;

    /** Made by the platform. */
    public SlicesTopComponent() {
        super("Score vs slices", "slices", ScoreCurves.Axis.SLICES);
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
