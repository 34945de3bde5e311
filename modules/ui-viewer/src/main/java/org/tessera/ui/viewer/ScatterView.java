// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.PlotComponent;
import org.tessera.charts.PlotTheme;
import org.tessera.charts.ScatterPlot;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** The scatter plot of a run. Event thread only. */
final class ScatterView extends JPanel implements ScatterPresenter.View {
    private static final long serialVersionUID = 1L;

    private final PlotComponent plot = new PlotComponent();
    private final JComboBox<Choice> method = new JComboBox<>();
    private final JLabel bent = new SecondaryLabel("for looking only");

    /** A method as the user chooses it; null for principal components. */
    private record Choice(String label, @Nullable EmbeddingMethod method) {
        @Override
        public String toString() {
            return label;
        }
    }

    ScatterView() {
        super(new BorderLayout());
        plot.setName("scatter.plot");
        method.setName("scatter.method");
        plot.setBackground(Colours.PANEL.get());
        plot.setForeground(Colours.SECONDARY.get());
        method.addItem(new Choice("Principal components", null));
        Arrays.stream(EmbeddingMethod.values()).forEach(one -> method.addItem(new Choice(one.label(), one)));
        bent.setToolTipText("Distances are bent, so nothing is clustered or scored by this view");
        bent.setVisible(false);
        JPanel bar = new JPanel(new BorderLayout(8, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(6, 12, 0, 12));
        bar.add(method, BorderLayout.WEST);
        bar.add(bent);
        add(bar, BorderLayout.NORTH);
        add(plot);
    }

    void present(ScatterPresenter presenter) {
        plot.onSlice(presenter::select);
        method.addActionListener(e -> {
            if (method.getSelectedItem() instanceof Choice chosen) {
                bent.setVisible(chosen.method != null);
                presenter.choose(chosen.method);
            }
        });
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
