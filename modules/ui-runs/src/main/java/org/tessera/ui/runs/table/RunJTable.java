// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumn;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;

/** A table whose headings of groups go over all columns. Event thread only. */
final class RunJTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 24;
    private static final int CHANGE = 40;

    private final transient RunTableModel model;

    RunJTable(RunTableModel model) {
        super(model);
        this.model = model;
        setName("runs.table");
        setRowHeight(ROW);
        setShowGrid(false);
        setIntercellSpacing(new Dimension(0, 0));
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setDefaultRenderer(Object.class, new CellRenderer(model));
        setBackground(Colours.FIELD.get());
        getTableHeader().setReorderingAllowed(true);
    }

    /** Widths as the columns want them; scores are wider where they are compared. */
    void fitColumns() {
        boolean compared = model.lines().baseline() != null;
        for (int i = 0; i < getColumnCount(); i++) {
            TableColumn swing = getColumnModel().getColumn(i);
            Column column = model.column(swing.getModelIndex());
            swing.setPreferredWidth(column.width() + (compared && column.score().isPresent() ? CHANGE : 0));
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle clip = g.getClipBounds();
        int first = Math.max(0, rowAtPoint(clip.getLocation()));
        for (int row = first; row < getRowCount() && row * ROW <= clip.y + clip.height; row++) {
            if (model.lines().lines().get(row) instanceof Lines.Group group) {
                heading(g, group, row * ROW);
            }
        }
        g.dispose();
    }

    private void heading(Graphics2D g, Lines.Group group, int top) {
        (group.folded() ? LineIcon.FOLDED : LineIcon.UNFOLDED).paintIcon(this, g, 8, top + 4);
        (group.title().startsWith("Sweep ") ? LineIcon.SWEEP : LineIcon.EXPERIMENT).paintIcon(this, g, 30, top + 4);
        g.setFont(getFont().deriveFont(Font.BOLD));
        FontMetrics metrics = g.getFontMetrics();
        int base = top + (ROW - metrics.getHeight()) / 2 + metrics.getAscent();
        g.setColor(Colours.TEXT.get());
        g.drawString(group.title(), 54, base);
        int next = 54 + metrics.stringWidth(group.title()) + 12;
        g.setFont(getFont());
        g.setColor(Colours.SECONDARY.get());
        g.drawString(group.detail(), next, base);
    }
}
