// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.truth.StatisticImportance;
import org.tessera.tracking.TruthScore;
import org.tessera.ui.viewer.compare.ShadedTable;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/**
 * The clusters of the run in hand against the classes, whose cells select their slices, and how much each of its statistics
 * tells of the classes. Event thread only.
 */
final class ConfusionPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel title = new SecondaryLabel(" ");
    private final ShadedTable confusion = new ShadedTable("truth.confusion");
    private final ShadedTable importance = new ShadedTable("truth.importance");

    ConfusionPanel() {
        super(new BorderLayout(8, 4));
        setBorder(BorderFactory.createEmptyBorder(4, 8, 8, 12));
        title.setName("truth.confusion.title");
        title.setMinimumSize(new Dimension(10, 10));
        importance.setToolTipText("The share of a statistic's variance that lies between the classes (eta squared)");
        JScrollPane right = scroll(importance);
        right.setPreferredSize(new Dimension(206, 80));
        add(title, BorderLayout.NORTH);
        add(scroll(confusion));
        add(right, BorderLayout.EAST);
    }

    private static JScrollPane scroll(JTable table) {
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        return scroll;
    }

    void present(TruthPresenter presenter) {
        confusion.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                int row = confusion.rowAtPoint(e.getPoint());
                int column = confusion.columnAtPoint(e.getPoint()) - 1;
                if (row >= 0 && column >= 0) {
                    presenter.selectShared(row, column);
                }
            }
        });
    }

    void show(TruthState state) {
        Optional<TruthScore> score = state.scoreInHand();
        Painting painting = state.painting();
        title.setText(
                score.isEmpty() || painting == null
                        ? "Select a run to see its clusters against the classes."
                        : "Run " + score.get().run().id() + ", rows are its clusters, columns the classes; "
                                + (score.get().slices() ? "slices" : "thousands of pixels"));
        title.setToolTipText(title.getText());
        if (score.isEmpty() || painting == null) {
            confusion.fill(new Object[0][], new Object[] {""});
            importance.fill(new Object[0][], new Object[] {"Statistic", "Share"});
            return;
        }
        Contingency table = score.get().table();
        int classes = painting.layer().classes().size();
        Object[] heads = new Object[classes + 1];
        heads[0] = "";
        Object[][] cells = new Object[table.clusters()][classes + 1];
        for (int c = 0; c < classes; c++) {
            heads[c + 1] = painting.layer().classes().get(c);
        }
        for (int row = 0; row < table.clusters(); row++) {
            cells[row][0] = score.get().run().clusters().name(row);
            long most = 0;
            for (int c = 0; c < table.classes(); c++) {
                most = Math.max(most, table.count(row, c));
            }
            for (int c = 0; c < classes; c++) {
                long count = c < table.classes() ? table.count(row, c) : 0;
                long shown = score.get().slices() ? count : Math.round(count / 1000.0);
                cells[row][c + 1] = new ShadedTable.Cell(
                        String.format(Locale.ROOT, "%,d", shown), most == 0 ? 0 : count / (double) most);
            }
        }
        confusion.fill(cells, heads);
        Object[][] shares = new Object[state.importance().size()][2];
        for (int i = 0; i < shares.length; i++) {
            StatisticImportance each = state.importance().get(i);
            shares[i][0] = each.statistic().replace('_', ' ');
            shares[i][1] = new ShadedTable.Cell(
                    Double.isNaN(each.share()) ? "–" : String.format(Locale.ROOT, "%.3f", each.share()),
                    Double.isNaN(each.share()) ? 0 : each.share());
        }
        importance.fill(shares, new Object[] {"Statistic", "Share"});
    }
}
