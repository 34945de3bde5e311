// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.Color;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.PlainTable;

/** A table of numbers on shades, such as that of two partitions. Event thread only. */
public final class ShadedTable extends PlainTable {
    private static final long serialVersionUID = 1L;
    private static final int PADDING = 16;
    private static final int LEAST = 44;
    private static final int MOST = 130;

    /** An empty table. */
    public ShadedTable(String name) {
        super(name);
        setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        setDefaultRenderer(Object.class, new Shades());
    }

    /**
     * A number.
     *
     * @param text of it
     * @param share of the darkest shade, 0..1
     */
    public record Cell(String text, double share) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Other cells and heads; those that are no {@link Cell} are words, those of the first column always. */
    public void fill(Object[][] values, Object[] heads) {
        fill(values, heads, column -> column > 0);
        for (int i = 0; i < getColumnCount(); i++) {
            getColumnModel().getColumn(i).setPreferredWidth(width(i));
        }
    }

    /** As wide as what is in a column, within bounds. */
    private int width(int column) {
        FontMetrics metrics = getFontMetrics(getFont());
        int widest = getTableHeader().getFontMetrics(getTableHeader().getFont()).stringWidth(getColumnName(column));
        for (int row = 0; row < getRowCount(); row++) {
            widest = Math.max(widest, metrics.stringWidth(String.valueOf(getValueAt(row, column))));
        }
        return Math.max(LEAST, Math.min(MOST, widest + PADDING));
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
            setBorder(BorderFactory.createEmptyBorder(0, SIDES, 0, SIDES));
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
