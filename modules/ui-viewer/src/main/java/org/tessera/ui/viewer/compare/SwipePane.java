// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import org.tessera.ui.viewer.HeatmapCanvas;

/**
 * The heatmaps of two runs over each other: one at the left of a divider that is dragged, the other at its right; or each in turn.
 * Event thread only.
 */
final class SwipePane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GRIP = 8;
    private static final int BLINK_MILLIS = 700;

    private final HeatmapCanvas left = new HeatmapCanvas();
    private final HeatmapCanvas right = new HeatmapCanvas();
    private final JPanel over = new JPanel(null);
    private final JComponent divider = new Divider();
    private final JComponent stack = new Stack();
    private final JLabel leftTitle = new JLabel(" ");
    private final JLabel rightTitle = new JLabel(" ", SwingConstants.RIGHT);
    private final Timer blink = new Timer(BLINK_MILLIS, e -> turn());
    private double share = 0.5;
    private boolean blinking;
    private boolean leftShown = true;

    SwipePane() {
        super(new BorderLayout());
        left.setName("compare.swipe.left");
        right.setName("compare.swipe.right");
        leftTitle.setName("compare.swipe.title.left");
        rightTitle.setName("compare.swipe.title.right");
        divider.setName("compare.swipe.divider");
        left.setSilent();
        right.setSilent();
        over.setOpaque(false);
        over.add(left);
        stack.add(divider);
        stack.add(over);
        stack.add(right);
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        head.add(leftTitle, BorderLayout.WEST);
        head.add(rightTitle, BorderLayout.EAST);
        add(head, BorderLayout.NORTH);
        add(stack);
    }

    List<HeatmapCanvas> canvases() {
        return List.of(left, right);
    }

    /** Shows two of the runs, each in its colours. */
    void show(CompareState state, boolean refit) {
        CompareState.Pair pair = state.pair();
        left.show(PaneState.of(state, pair.other()), refit);
        right.show(PaneState.of(state, pair.one()), refit);
        leftTitle.setText(PaneState.title(state, pair.other()));
        rightTitle.setText(PaneState.title(state, pair.one()));
    }

    /** Each in turn, or both at the sides of the divider. */
    void setBlinking(boolean inTurn) {
        blinking = inTurn;
        leftShown = true;
        if (inTurn) {
            blink.start();
        } else {
            blink.stop();
        }
        arrange();
    }

    /** Nothing blinks that is not seen. */
    void stop() {
        blink.stop();
    }

    private void turn() {
        leftShown = !leftShown;
        arrange();
    }

    private void arrange() {
        leftTitle.setEnabled(!blinking || leftShown);
        rightTitle.setEnabled(!blinking || !leftShown);
        stack.revalidate();
        stack.doLayout();
        stack.repaint();
    }

    /** Two canvases of one size, of which one is clipped at the divider. */
    private final class Stack extends JComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public void doLayout() {
            int at = blinking ? (leftShown ? getWidth() : 0) : (int) Math.round(share * getWidth());
            left.setBounds(0, 0, getWidth(), getHeight());
            right.setBounds(0, 0, getWidth(), getHeight());
            over.setBounds(0, 0, at, getHeight());
            divider.setBounds(at - GRIP / 2, 0, blinking ? 0 : GRIP, getHeight());
        }

        @Override
        public boolean isOptimizedDrawingEnabled() {
            return false;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(500, 300);
        }
    }

    /** What is dragged. */
    private final class Divider extends JComponent {
        private static final long serialVersionUID = 1L;

        Divider() {
            setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
            setToolTipText("Drag to see more of one run");
            addMouseMotionListener(new MouseAdapter() {
                @Override
                public void mouseDragged(MouseEvent e) {
                    share = Math.max(
                            0.02, Math.min(0.98, (getX() + e.getX()) / (double) Math.max(1, stack.getWidth())));
                    arrange();
                }
            });
        }

        @Override
        protected void paintComponent(Graphics g) {
            g.setColor(Color.WHITE);
            g.fillRect(GRIP / 2 - 1, 0, 2, getHeight());
            g.fillRect(1, getHeight() / 2 - 14, GRIP - 2, 28);
            g.setColor(Color.DARK_GRAY);
            g.drawRect(1, getHeight() / 2 - 14, GRIP - 3, 28);
        }
    }
}
