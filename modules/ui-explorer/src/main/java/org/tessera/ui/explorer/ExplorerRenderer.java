// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTree;
import javax.swing.tree.TreeCellRenderer;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;

/** A line: icon and text at the left, which shortens, and the detail at the right, which never does. */
final class ExplorerRenderer extends JPanel implements TreeCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int INDENT = 14;
    private static final int MARGIN = 4;

    private final JLabel text = new JLabel();
    private final JLabel detail = new JLabel();

    ExplorerRenderer() {
        super(new BorderLayout(4, 0));
        setOpaque(false);
        text.setIconTextGap(4);
        setBorder(BorderFactory.createEmptyBorder(0, 2, 0, 4));
        add(text, BorderLayout.CENTER);
        add(detail, BorderLayout.EAST);
    }

    @Override
    public Component getTreeCellRendererComponent(
            JTree tree, Object value, boolean selected, boolean expanded, boolean leaf, int row, boolean focused) {
        if (value instanceof ExplorerNode node) {
            boolean project = node.kind() == ExplorerNode.Kind.PROJECT;
            text.setText(node.text());
            text.setIcon(icon(node));
            text.setFont(tree.getFont().deriveFont(project ? Font.BOLD : Font.PLAIN));
            text.setForeground(Colours.TEXT.get());
            detail.setText(node.detail());
            detail.setFont(tree.getFont().deriveFont(11f));
            detail.setForeground(Colours.SECONDARY.get());
            int depth = depth(node);
            int width = tree.getVisibleRect().width - depth * INDENT - MARGIN;
            setPreferredSize(new Dimension(Math.max(120, width), 22));
        }
        return this;
    }

    private static int depth(ExplorerNode node) {
        return switch (node.kind()) {
            case ROOT -> 0;
            case PROJECT -> 1;
            case IMAGE_SET, EXPERIMENT -> 2;
            case SWEEP -> 3;
            case RUN -> node.sweep() == null ? 3 : 4;
        };
    }

    private static Icon icon(ExplorerNode node) {
        return switch (node.kind()) {
            case PROJECT -> LineIcon.PROJECT;
            case IMAGE_SET -> LineIcon.IMAGES;
            case EXPERIMENT -> LineIcon.EXPERIMENT;
            case SWEEP -> LineIcon.SWEEP;
            default -> mark(node.mark());
        };
    }

    private static Icon mark(ExplorerNode.Mark mark) {
        return switch (mark) {
            case DEGENERATE -> LineIcon.TRIANGLE;
            case FAILED -> LineIcon.CROSS;
            case STOPPED, NONE -> LineIcon.DASH;
            case GOOD -> LineIcon.CHECK;
        };
    }
}
