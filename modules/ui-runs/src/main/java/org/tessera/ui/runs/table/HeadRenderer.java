// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Component;
import java.awt.Font;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.tessera.store.SortKey;
import org.tessera.workbench.ui.Colours;

/** The head of a column, with an arrow, and a number where several are sorted by. Event thread only. */
final class HeadRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient RunTableModel model;
    private transient List<SortKey> sorts = List.of();

    HeadRenderer(RunTableModel model) {
        this.model = model;
    }

    void show(List<SortKey> keys) {
        sorts = keys;
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int index) {
        Column column = model.column(table.convertColumnIndexToModel(index));
        JLabel label = (JLabel) super.getTableCellRendererComponent(table, value, false, false, row, index);
        String arrow = "";
        for (int k = 0; k < sorts.size(); k++) {
            if (sorts.get(k).field().equals(column.field())) {
                arrow = (sorts.get(k).descending() ? " ▾" : " ▴") + (sorts.size() > 1 ? k + 1 : "");
            }
        }
        label.setText(column.title() + arrow);
        label.setHorizontalAlignment(column.isNumber() ? SwingConstants.RIGHT : SwingConstants.LEFT);
        label.setFont(table.getFont().deriveFont(arrow.isEmpty() ? Font.PLAIN : Font.BOLD, 11f));
        label.setForeground(arrow.isEmpty() ? Colours.SECONDARY.get() : Colours.TEXT.get());
        label.setBackground(Colours.PANEL.get());
        label.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(5, 8, 5, 8)));
        label.setToolTipText(column.score()
                .map(score ->
                        score.label() + (score.metric().higherIsBetter() ? ": higher is better" : ": lower is better"))
                .orElse(column.field()));
        return label;
    }
}
