// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JPanel;
import org.tessera.charts.PlotComponent;
import org.tessera.charts.PlotTheme;
import org.tessera.charts.ScatterPlot;
import org.tessera.workbench.ui.Colours;

/** The scatter plot of a run. Event thread only. */
final class ScatterView extends JPanel implements ScatterPresenter.View {
    private static final long serialVersionUID = 1L;

    private final PlotComponent plot = new PlotComponent();

    ScatterView() {
        super(new BorderLayout());
        plot.setName("scatter.plot");
        plot.setBackground(Colours.PANEL.get());
        plot.setForeground(Colours.SECONDARY.get());
        add(plot);
    }

    @Override
    public void show(Optional<ScatterPlot> shown, String sentence) {
        if (shown.isPresent()) {
            plot.show(shown.get(), Colours.isDark() ? PlotTheme.DARK : PlotTheme.LIGHT);
        } else {
            plot.showNothing(sentence);
        }
    }
}
