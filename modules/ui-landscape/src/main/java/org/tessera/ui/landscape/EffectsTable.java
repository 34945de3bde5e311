// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
import org.tessera.charts.SeriesNames;
import org.tessera.engine.score.ScoreName;
import org.tessera.tracking.landscape.ParameterEffect;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.PlainTable;

/** What each parameter does, the largest effect on the partition first. Event thread only. */
final class EffectsTable extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String TABLE = "table";
    private static final String SENTENCE = "sentence";

    private final CardLayout cards = new CardLayout();
    private final PlainTable table = new PlainTable("tradeoffs.effects");
    private final JLabel sentence = new JLabel(" ", SwingConstants.CENTER);

    EffectsTable() {
        sentence.setName("tradeoffs.effects.sentence");
        sentence.setForeground(Colours.SECONDARY.get());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Colours.LINE.get()));
        JPanel lines = new JPanel(new BorderLayout());
        lines.add(scroll);
        setLayout(cards);
        add(lines, TABLE);
        add(sentence, SENTENCE);
    }

    void show(List<ParameterEffect> effects, String instead, ScoreName score) {
        table.getTableHeader()
                .setToolTipText(
                        "<html>Groups: of runs that differ in this parameter alone<br>Mean ARI: adjusted Rand index"
                                + " between two of a group; 1 where it changes no partition<br>Score spread: of "
                                + score.label()
                                + ", highest less lowest of a group, on average");
        if (effects.isEmpty()) {
            sentence.setText("<html><center>" + instead.replace("<", "&lt;"));
            cards.show(this, SENTENCE);
            return;
        }
        Object[][] cells = new Object[effects.size()][];
        for (int i = 0; i < effects.size(); i++) {
            ParameterEffect effect = effects.get(i);
            ParameterEffect.Best best = effect.best();
            cells[i] = new Object[] {
                LandscapeView.words(effect.parameter().name()),
                Integer.toString(effect.groups()),
                number(effect.rand()),
                number(effect.spread()),
                best == null
                        ? "–"
                        : words(effect.parameter().name(), best.value()) + " (" + best.groups() + " of "
                                + effect.groups() + ")"
            };
        }
        table.fill(
                cells,
                new Object[] {"Parameter", "Groups", "Mean ARI", "Score spread", "Best value"},
                column -> column >= 1 && column <= 3);
        table.getColumnModel().getColumn(1).setPreferredWidth(50);
        table.getColumnModel().getColumn(4).setPreferredWidth(130);
        cards.show(this, TABLE);
    }

    private static String words(String parameter, String value) {
        String words = SeriesNames.word(parameter, value);
        return words.isEmpty() ? "none" : words;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
