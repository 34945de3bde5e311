// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.tessera.engine.score.Contingency;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/**
 * How the runs agree: the adjusted Rand index of each with each - a click sets two against each other - and the contingency
 * table of those two, whose cells select their slices. Event thread only.
 */
final class AgreementPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final ShadedTable rand = new ShadedTable("compare.rand");
    private final ShadedTable contingency = new ShadedTable("compare.contingency");
    private final JLabel pair = new SecondaryLabel(" ");
    private transient CompareState state = CompareState.EMPTY;

    AgreementPanel() {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(4, 12, 8, 12));
        pair.setName("compare.pair");
        add(titled(new SecondaryLabel("Adjusted Rand index"), rand), BorderLayout.WEST);
        add(titled(pair, contingency));
    }

    private static JPanel titled(JLabel title, JTable table) {
        JPanel panel = new JPanel(new BorderLayout(0, 4));
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        panel.add(title, BorderLayout.NORTH);
        panel.add(scroll);
        return panel;
    }

    void present(ComparePresenter presenter) {
        rand.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                int row = rand.rowAtPoint(e.getPoint());
                int column = rand.columnAtPoint(e.getPoint()) - 1;
                if (row >= 0 && column >= 0) {
                    presenter.setPair(row, column);
                }
            }
        });
        contingency.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                int row = contingency.rowAtPoint(e.getPoint());
                int column = contingency.columnAtPoint(e.getPoint()) - 1;
                if (row >= 0 && column >= 0) {
                    presenter.selectShared(row, column);
                }
            }
        });
    }

    void show(CompareState other) {
        state = other;
        int count = state.runs().size();
        Object[] runs = new Object[count + 1];
        runs[0] = "";
        Object[][] values = new Object[count][count + 1];
        for (int i = 0; i < count; i++) {
            runs[i + 1] = "Run " + state.runs().get(i).run().id();
            values[i][0] = runs[i + 1];
            for (int j = 0; j < count; j++) {
                values[i][j + 1] = new ShadedTable.Cell(
                        String.format(Locale.ROOT, "%.3f", state.rand().get(i).get(j)),
                        Math.max(0, state.rand().get(i).get(j)));
            }
        }
        rand.fill(values, runs);
        rand.setPreferredScrollableViewportSize(rand.getPreferredSize());
        if (count > 1) {
            showPair();
        }
    }

    private void showPair() {
        Compared one = state.runs().get(state.pair().one());
        Compared other = state.runs().get(state.pair().other());
        Contingency table = one.partition().with(other.partition());
        boolean slices = one.partition().sameSlices(other.partition());
        double information = table.adjustedMutualInformation();
        pair.setText(String.format(
                Locale.ROOT,
                "Rows run %d, columns run %d, %s%s",
                one.run().id(),
                other.run().id(),
                slices ? "slices" : "thousands of pixels",
                Double.isNaN(information) ? "" : String.format(Locale.ROOT, "; AMI %.3f", information)));
        pair.setToolTipText(pair.getText() + ": click a cell to see its slices");
        Object[] heads = new Object[table.classes() + 1];
        heads[0] = "";
        Object[][] values = new Object[table.clusters()][table.classes() + 1];
        for (int j = 0; j < table.classes(); j++) {
            heads[j + 1] = other.run().clusters().name(j);
        }
        for (int i = 0; i < table.clusters(); i++) {
            values[i][0] = one.run().clusters().name(i);
            long most = 0;
            for (int j = 0; j < table.classes(); j++) {
                most = Math.max(most, table.count(i, j));
            }
            for (int j = 0; j < table.classes(); j++) {
                long shown = slices ? table.count(i, j) : Math.round(table.count(i, j) / 1000.0);
                values[i][j + 1] = new ShadedTable.Cell(
                        String.format(Locale.ROOT, "%,d", shown), most == 0 ? 0 : table.count(i, j) / (double) most);
            }
        }
        contingency.fill(values, heads);
    }
}
