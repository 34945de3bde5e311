// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;
import org.tessera.engine.score.Contingency;
import org.tessera.workbench.ui.Colours;

/**
 * How the runs agree: the adjusted Rand index of each with each - a click sets two against each other - and the contingency
 * table of those two, whose cells select their slices. Event thread only.
 */
final class AgreementPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 24;
    private static final int CELL = 56;

    private final JTable rand = table("compare.rand");
    private final JTable contingency = table("compare.contingency");
    private final JLabel pair = new JLabel(" ");
    private transient CompareState state = CompareState.EMPTY;

    AgreementPanel() {
        super(new BorderLayout(12, 0));
        setBorder(BorderFactory.createEmptyBorder(4, 12, 8, 12));
        pair.setName("compare.pair");
        pair.setForeground(Colours.SECONDARY.get());
        pair.setFont(pair.getFont().deriveFont(11f));
        rand.setDefaultRenderer(Object.class, new Shades());
        contingency.setDefaultRenderer(Object.class, new Shades());
        add(titled(heading("Adjusted Rand index"), rand), BorderLayout.WEST);
        add(titled(pair, contingency));
    }

    private static JLabel heading(String text) {
        JLabel label = new JLabel(text);
        label.setForeground(Colours.SECONDARY.get());
        label.setFont(label.getFont().deriveFont(11f));
        return label;
    }

    private static JPanel titled(JLabel title, JTable table) {
        JPanel panel = new JPanel(new BorderLayout(0, 4));
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        panel.add(title, BorderLayout.NORTH);
        panel.add(scroll);
        return panel;
    }

    private static JTable table(String name) {
        JTable table = new JTable();
        table.setName(name);
        table.setRowHeight(ROW);
        table.setRowSelectionAllowed(false);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.getTableHeader().setReorderingAllowed(false);
        return table;
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
                values[i][j + 1] = new Cell(
                        String.format(Locale.ROOT, "%.3f", state.rand().get(i).get(j)),
                        Math.max(0, state.rand().get(i).get(j)));
            }
        }
        fill(rand, values, runs);
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
                values[i][j + 1] = new Cell(
                        String.format(Locale.ROOT, "%,d", shown), most == 0 ? 0 : table.count(i, j) / (double) most);
            }
        }
        fill(contingency, values, heads);
        contingency.getColumnModel().getColumn(0).setPreferredWidth(2 * CELL);
        for (int j = 1; j < contingency.getColumnCount(); j++) {
            contingency.getColumnModel().getColumn(j).setPreferredWidth(CELL + 18);
        }
    }

    private static void fill(JTable table, Object[][] values, Object[] heads) {
        table.setModel(new DefaultTableModel(values, heads) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        });
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(CELL);
        }
    }

    /**
     * A number.
     *
     * @param text of it
     * @param share of the darkest shade, 0..1
     */
    private record Cell(String text, double share) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Numbers on a shade. */
    private static final class Shades extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;
        private double share;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, false, false, row, column);
            share = value instanceof Cell cell ? cell.share : 0;
            setHorizontalAlignment(value instanceof Cell ? SwingConstants.RIGHT : SwingConstants.LEFT);
            setOpaque(false);
            return this;
        }

        @Override
        protected void paintComponent(Graphics g) {
            Color accent = Colours.ACCENT.get();
            g.setColor(new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), (int) Math.round(90 * share)));
            g.fillRect(0, 0, getWidth(), getHeight());
            super.paintComponent(g);
        }
    }
}
