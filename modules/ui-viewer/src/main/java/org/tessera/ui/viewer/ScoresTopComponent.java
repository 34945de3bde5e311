// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import org.openide.windows.TopComponent;
import org.tessera.charts.ScoreCurves;
import org.tessera.workbench.WorkbenchService;

/** Wires a score plot over one parameter into the window. */
abstract class ScoresTopComponent extends TopComponent {
    private static final long serialVersionUID = 1L;

    ScoresTopComponent(String title, String name, ScoreCurves.Axis axis) {
        setName(title);
        setDisplayName(title);
        setLayout(new BorderLayout());
        setMinimumSize(new Dimension(320, 180));
        ScoresView view = new ScoresView("scores." + name);
        view.present(new ScoresPresenter(WorkbenchService.workbench(), axis, view));
        add(view);
    }
}
