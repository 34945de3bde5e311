// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.Component;
import java.util.function.IntPredicate;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;

/**
 * A table to be read: nothing in it can be edited, figures stand at the right, and so do the heads over them. Event thread only.
 */
public class PlainTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 24;
    /** The room at the left and the right of what is in a cell, pixels. */
    protected static final int SIDES = 6;

    private transient IntPredicate figures = column -> false;

    /** An empty table whose rows cannot be selected. */
    public PlainTable(String name) {
        setName(name);
        setRowHeight(ROW);
        setRowSelectionAllowed(false);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setDefaultRenderer(new Heads());
        getTableHeader().setBackground(Colours.PANEL.get());
        setDefaultRenderer(Object.class, new Cells());
    }

    /**
     * Other contents.
     *
     * @param cells rows of what is shown as text
     * @param heads of the columns
     * @param right the columns, from 0, that hold figures
     */
    public final void fill(Object[][] cells, Object[] heads, IntPredicate right) {
        figures = right;
        setModel(new DefaultTableModel(cells, heads) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        });
    }

    /** As wide as what is seen of it, unless its columns would be narrower than they may: then it scrolls. */
    @Override
    public final boolean getScrollableTracksViewportWidth() {
        return getAutoResizeMode() != AUTO_RESIZE_OFF
                && getMinimumSize().width <= getParent().getWidth();
    }

    private int side(int column) {
        return figures.test(column) ? SwingConstants.RIGHT : SwingConstants.LEFT;
    }

    /** A cell. */
    private final class Cells extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, false, row, column);
            setHorizontalAlignment(side(column));
            setBorder(BorderFactory.createEmptyBorder(0, SIDES, 0, SIDES));
            return this;
        }
    }

    /** The head of a column. */
    private final class Heads extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, false, false, row, column);
            setHorizontalAlignment(side(column));
            setFont(table.getFont().deriveFont(11f));
            setForeground(Colours.SECONDARY.get());
            setBackground(Colours.PANEL.get());
            setBorder(BorderFactory.createCompoundBorder(
                    BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()),
                    BorderFactory.createEmptyBorder(5, SIDES, 5, SIDES)));
            return this;
        }
    }
}
