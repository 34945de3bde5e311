// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunRecord;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.Form;
import org.tessera.workbench.ui.LineIcon;

/** The scores of the selected run, each with its space, and what to know about it. Event thread only. */
final class ResultView extends JPanel {
    private static final long serialVersionUID = 1L;

    ResultView(Session session) {
        super(new BorderLayout());
        session.addListener((before, after) -> {
            if (!before.selectedRun().equals(after.selectedRun()) || getComponentCount() == 0) {
                show(after.selectedRun());
            }
        });
    }

    private void show(Optional<RunRecord> selected) {
        removeAll();
        if (selected.isEmpty()) {
            JLabel empty = new JLabel("No run selected.", SwingConstants.CENTER);
            empty.setForeground(Colours.SECONDARY.get());
            add(empty);
        } else {
            JScrollPane scroll = new JScrollPane(form(selected.get()));
            scroll.setBorder(null);
            scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            add(scroll);
        }
        revalidate();
        repaint();
    }

    private static JPanel form(RunRecord run) {
        Form form = new Form();
        form.section("Run " + run.id() + ", " + run.experiment());
        if (run.degenerate()) {
            int smallest = run.smallestCluster().orElse(0);
            double share = 100.0
                    * smallest
                    / run.clusterSizes().stream().mapToInt(Integer::intValue).sum();
            JLabel warning = new JLabel(
                    String.format(
                            Locale.ROOT,
                            "Degenerate: smallest cluster %d %s (%.1f %%)",
                            smallest,
                            smallest == 1 ? "slice" : "slices",
                            share),
                    LineIcon.TRIANGLE,
                    SwingConstants.LEADING);
            warning.setForeground(Colours.WARNING.get());
            form.wide(warning);
        }
        for (ScoreName score : run.shownScores()) {
            JLabel space = new JLabel(score.space().label().replace(" statistics", ""));
            space.setForeground(Colours.SECONDARY.get());
            form.row(name(score), space, value(run, score));
        }
        run.warnings().forEach(sentence -> form.wide(note(sentence)));
        if (run.sameLabelsAs() != null) {
            form.wide(note("The same partition as run " + run.sameLabelsAs() + "."));
        }
        JPanel panel = form.build();
        panel.setBorder(BorderFactory.createEmptyBorder(8, 0, 8, 0));
        return panel;
    }

    /** The metric before its first space, and below it which way is better where that is not plain. */
    private static JLabel name(ScoreName score) {
        if (score.space() == Space.CLUSTERED) {
            return new JLabel(score.metric().label());
        }
        boolean lower = score.space() == Space.RAW_FEATURES && !score.metric().higherIsBetter();
        JLabel direction = new JLabel(lower ? "lower is better" : "");
        direction.setForeground(Colours.SECONDARY.get());
        direction.setFont(direction.getFont().deriveFont(11f));
        return direction;
    }

    private static JLabel value(RunRecord run, ScoreName score) {
        JLabel value = new JLabel(text(run, score), SwingConstants.RIGHT);
        value.setName("result." + score.id());
        if (run.score(score).isEmpty()) {
            value.setToolTipText("needs two clusters");
        }
        if (score.equals(ScoreName.SILHOUETTE)) {
            value.setFont(value.getFont().deriveFont(Font.BOLD));
        }
        return value;
    }

    private static JLabel note(String sentence) {
        JLabel note = new JLabel("<html>" + sentence.replace("<", "&lt;"));
        note.setForeground(Colours.SECONDARY.get());
        return note;
    }

    private static String text(RunRecord run, ScoreName score) {
        if (run.score(score).isEmpty()) {
            return "–";
        }
        boolean large = score.metric() == Metric.CALINSKI_HARABASZ || score.metric() == Metric.INERTIA;
        return String.format(
                        Locale.ROOT, large ? "%,.1f" : "%.3f", run.score(score).getAsDouble())
                .replace('-', '−');
    }
}
