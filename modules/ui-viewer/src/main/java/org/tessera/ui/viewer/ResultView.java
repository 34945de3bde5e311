// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunRecord;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.Form;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.ScoreText;
import org.tessera.workbench.ui.SecondaryLabel;

/**
 * The scores of what is shown, each with its space, and what to know about it; while parameters are moved, also how they
 * differ from those of the selected run. Event thread only.
 */
final class ResultView extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int CHANGE_WIDTH = 76;

    ResultView(Session session) {
        super(new BorderLayout());
        session.addListener((before, after) -> {
            if (!before.shownRun().equals(after.shownRun())
                    || !Objects.equals(before.live(), after.live())
                    || getComponentCount() == 0) {
                show(after);
            }
        });
    }

    private void show(SessionState state) {
        Optional<RunRecord> shown = state.shownRun();
        removeAll();
        if (shown.isEmpty()) {
            JLabel empty = new JLabel("No run selected.", SwingConstants.CENTER);
            empty.setForeground(Colours.SECONDARY.get());
            add(empty);
        } else {
            RunRecord ghost = state.live() == null ? null : state.selectedRun().orElse(null);
            JScrollPane scroll = new JScrollPane(form(shown.get(), ghost, ShownClusters.of(state)));
            scroll.setBorder(null);
            scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
            add(scroll);
        }
        revalidate();
        repaint();
    }

    private static JPanel form(RunRecord run, @Nullable RunRecord ghost, ShownClusters clusters) {
        Form form = new Form();
        String title = run.recorded() ? "Run " + run.id() + ", " + run.experiment() : "Live, not recorded";
        if (ghost == null) {
            form.section(title);
        } else {
            JLabel than = new SecondaryLabel("change from run " + ghost.id());
            than.setName("result.than");
            form.section(title, than);
        }
        if (run.degenerate()) {
            form.wide(degenerate(run, "Degenerate"));
        } else if (ghost != null && ghost.degenerate()) {
            form.wide(degenerate(ghost, "Run " + ghost.id() + " is degenerate"));
        }
        for (ScoreName score : run.shownScores()) {
            form.row(name(score), value(run, score), change(run, ghost, score));
        }
        form.section("Slices a cluster").wide(new SizesBar(clusters));
        run.warnings().forEach(sentence -> form.wide(note(sentence)));
        if (run.sameLabelsAs() != null) {
            form.wide(note("The same partition as run " + run.sameLabelsAs() + "."));
        }
        JPanel panel = form.build();
        panel.setBorder(BorderFactory.createEmptyBorder(8, 0, 8, 0));
        return panel;
    }

    private static JLabel degenerate(RunRecord run, String what) {
        int smallest = run.smallestCluster().orElse(0);
        double share = 100.0
                * smallest
                / run.clusterSizes().stream().mapToInt(Integer::intValue).sum();
        JLabel warning = new JLabel(
                String.format(
                        Locale.ROOT,
                        "%s: smallest cluster %d %s (%.1f %%)",
                        what,
                        smallest,
                        smallest == 1 ? "slice" : "slices",
                        share),
                LineIcon.TRIANGLE,
                SwingConstants.LEADING);
        warning.setForeground(Colours.WARNING.get());
        return warning;
    }

    /** The metric before its first space, the space alone before the others; which way is better where that is not plain. */
    private static JComponent name(ScoreName score) {
        String space = score.space().label().replace(" statistics", "").replace(" space", "");
        boolean lower = score.space() == Space.RAW_FEATURES && !score.metric().higherIsBetter();
        JLabel grey = new JLabel(space + (lower ? ", low is good" : ""));
        grey.setForeground(Colours.SECONDARY.get());
        if (score.space() != Space.CLUSTERED) {
            grey.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 0));
            return grey;
        }
        JPanel both = new JPanel(new BorderLayout(5, 0));
        both.setOpaque(false);
        both.add(new JLabel(score.metric().label()), BorderLayout.WEST);
        both.add(grey);
        return both;
    }

    private static JLabel value(RunRecord run, ScoreName score) {
        JLabel value = new JLabel(ScoreText.of(run, score), SwingConstants.RIGHT);
        value.setName("result." + score.id());
        if (run.score(score).isEmpty()) {
            value.setToolTipText("needs two clusters");
        }
        if (score.equals(ScoreName.SILHOUETTE)) {
            value.setFont(value.getFont().deriveFont(Font.BOLD));
        }
        return value;
    }

    private static JLabel change(RunRecord run, @Nullable RunRecord ghost, ScoreName score) {
        if (ghost == null) {
            return new JLabel("");
        }
        ScoreText.Change change = ScoreText.change(run, ghost, score);
        JLabel label = new JLabel(change.text(), SwingConstants.RIGHT);
        label.setName("result." + score.id() + ".change");
        label.setToolTipText(change.why());
        label.setFont(label.getFont().deriveFont(11f));
        label.setForeground(
                switch (change.direction()) {
                    case BETTER -> Colours.BETTER.get();
                    case WORSE -> Colours.WORSE.get();
                    case NEITHER -> Colours.SECONDARY.get();
                });
        label.setPreferredSize(new Dimension(CHANGE_WIDTH, label.getPreferredSize().height));
        return label;
    }

    private static JLabel note(String sentence) {
        JLabel note = new JLabel("<html>" + sentence.replace("<", "&lt;"));
        note.setForeground(Colours.SECONDARY.get());
        return note;
    }
}
