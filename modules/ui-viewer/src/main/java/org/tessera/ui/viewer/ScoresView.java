// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.tessera.charts.LinePlot;
import org.tessera.charts.PlotComponent;
import org.tessera.charts.PlotTheme;
import org.tessera.engine.score.ScoreName;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** A score plot with the choice of the score. Event thread only. */
final class ScoresView extends JPanel implements ScoresPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final int WIDEST = 216;

    private final PlotComponent plot = new PlotComponent();
    private final JComboBox<String> scores = new JComboBox<>();
    private final JLabel of = new SecondaryLabel(" ");
    private boolean telling = true;

    /** @param name prefix of the names of its parts */
    ScoresView(String name) {
        super(new BorderLayout());
        plot.setName(name + ".plot");
        scores.setName(name + ".score");
        of.setName(name + ".of");
        plot.setBackground(Colours.PANEL.get());
        plot.setForeground(Colours.SECONDARY.get());
        ScoreName.withSampled().forEach(score -> scores.addItem(score.label()));
        scores.setPreferredSize(new Dimension(WIDEST, 24));
        scores.setMinimumSize(new Dimension(80, 24));
        of.setHorizontalAlignment(SwingConstants.RIGHT);
        JPanel bar = new JPanel(new BorderLayout(8, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(6, 12, 0, 12));
        bar.add(scores, BorderLayout.WEST);
        of.setMinimumSize(new Dimension(10, 10));
        bar.add(of);
        add(bar, BorderLayout.NORTH);
        add(plot);
        setMinimumSize(new Dimension(200, 120));
        setPreferredSize(new Dimension(400, 220));
    }

    void present(ScoresPresenter presenter) {
        plot.onRun(presenter::open);
        scores.addActionListener(e -> {
            if (telling) {
                presenter.choose(ScoreName.withSampled().get(scores.getSelectedIndex()));
            }
        });
    }

    @Override
    public void show(Optional<LinePlot> shown, ScoreName score, String what) {
        telling = false;
        try {
            scores.setSelectedIndex(ScoreName.withSampled().indexOf(score));
        } finally {
            telling = true;
        }
        of.setText(shown.map(plot -> what + " · " + plot.summary()).orElse(what));
        of.setToolTipText(of.getText());
        if (shown.isPresent()) {
            plot.show(shown.get(), Colours.isDark() ? PlotTheme.DARK : PlotTheme.LIGHT);
        } else {
            plot.showNothing("Two runs or more that differ along this axis make a plot.");
        }
    }
}
