// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The lines as a table's model: a cell is its line. Event thread only. */
final class RunTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private transient Lines lines = Lines.NONE;
    private transient List<Column> columns = List.of();

    void show(Lines other, List<Column> shown) {
        boolean otherColumns = !shown.equals(columns);
        lines = other;
        columns = List.copyOf(shown);
        if (otherColumns) {
            fireTableStructureChanged();
        } else {
            fireTableDataChanged();
        }
    }

    Lines lines() {
        return lines;
    }

    Column column(int index) {
        return columns.get(index);
    }

    @Override
    public int getRowCount() {
        return lines.lines().size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int index) {
        return columns.get(index).title();
    }

    @Override
    public Object getValueAt(int row, int column) {
        return lines.lines().get(row);
    }
}
