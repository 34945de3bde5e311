// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import org.tessera.charts.ScoreCurves;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires a score plot over one parameter into the window. */
abstract class ScoresTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    ScoresTopComponent(String title, String name, ScoreCurves.Axis axis) {
        super(title, new Dimension(320, 180));
        ScoresView view = new ScoresView("scores." + name);
        view.present(new ScoresPresenter(WorkbenchService.workbench(), axis, view));
        add(view);
    }
}
