// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.GridLayout;
import java.util.List;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.tessera.charts.ColourMap;
import org.tessera.engine.slice.SliceRef;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.ui.Colours;

/** The clusters with their colours and sizes; each can be switched off. Event thread only. */
final class LegendPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SHARE_WIDTH = 46;

    /** Hears that a cluster is switched. */
    interface Listener {
        /** A cluster is to be shown, or not. */
        void shown(int cluster, boolean shown);
    }

    private final transient Listener listener;
    private final transient Runnable back;

    /** @param back called when the clusters are wanted again in place of a heat */
    LegendPanel(Listener listener, Runnable back) {
        super(new GridLayout(0, 1, 0, 2));
        this.listener = listener;
        this.back = back;
        setOpaque(false);
    }

    void show(ViewerState state) {
        removeAll();
        RunDetails details = state.details();
        Heat heat = state.heat();
        if (heat != null && details != null) {
            heat(state, heat, details);
        } else if (details != null) {
            List<Integer> sizes = details.run().clusterSizes();
            int total = sizes.stream().mapToInt(Integer::intValue).sum();
            for (int c = 0; c < sizes.size(); c++) {
                add(line(state, c, sizes.get(c), total));
            }
        }
        revalidate();
        repaint();
    }

    private void heat(ViewerState state, Heat heat, RunDetails details) {
        JLabel title = new JLabel(heat.of().label());
        if (heat.of() instanceof HeatOf.Like like) {
            SliceRef slice = details.refs().get(like.slice());
            title.setText("Like row " + (slice.row() + 1) + ", column " + (slice.column() + 1));
            title.setToolTipText(
                    "of " + state.imageName(slice.image()) + ": cosine similarity of standardised statistics");
        }
        title.setName("viewer.legend.like");
        JPanel scale = new JPanel(new BorderLayout());
        scale.setOpaque(false);
        scale.add(end(SliceText.text(heat.least())), BorderLayout.WEST);
        scale.add(end(SliceText.text(heat.greatest())), BorderLayout.EAST);
        JButton clusters = new JButton("Show clusters");
        clusters.setName("viewer.legend.back");
        clusters.addActionListener(e -> back.run());
        add(title);
        add(new ColourBar(state.overlay().colours()));
        add(scale);
        add(clusters);
    }

    private static JLabel end(String text) {
        JLabel label = new JLabel(text);
        label.setForeground(Colours.SECONDARY.get());
        label.setFont(label.getFont().deriveFont(11f));
        return label;
    }

    /** The colours of a heat from least to most. */
    private static final class ColourBar extends JComponent {
        private static final long serialVersionUID = 1L;
        private final ColourMap colours;

        ColourBar(ColourMap colours) {
            this.colours = colours;
            setPreferredSize(new Dimension(100, 16));
        }

        @Override
        protected void paintComponent(Graphics g) {
            for (int x = 0; x < getWidth(); x++) {
                g.setColor(colours.heat(x / Math.max(1.0, getWidth() - 1.0)));
                g.drawLine(x, 3, x, getHeight() - 4);
            }
        }
    }

    private JPanel line(ViewerState state, int cluster, int size, int total) {
        JCheckBox box = new JCheckBox("", !state.overlay().hidden().contains(cluster));
        box.setName("viewer.legend." + cluster);
        box.setOpaque(false);
        box.getAccessibleContext().setAccessibleName("Show cluster " + cluster);
        box.addActionListener(e -> listener.shown(cluster, box.isSelected()));
        JLabel name = new JLabel(
                "Cluster " + cluster,
                new Swatch(state.overlay().colours().colour(cluster, state.clusters())),
                SwingConstants.LEADING);
        JLabel count = new JLabel(String.format(Locale.ROOT, "%,d", size), SwingConstants.RIGHT);
        count.setName("viewer.legend.count." + cluster);
        JLabel share = new JLabel(String.format(Locale.ROOT, "%.1f %%", 100.0 * size / total), SwingConstants.RIGHT);
        share.setForeground(Colours.SECONDARY.get());
        share.setFont(share.getFont().deriveFont(11f));
        share.setPreferredSize(new Dimension(SHARE_WIDTH, 20));
        JPanel numbers = new JPanel(new BorderLayout());
        numbers.setOpaque(false);
        numbers.add(count);
        numbers.add(share, BorderLayout.EAST);
        JPanel line = new JPanel(new BorderLayout(4, 0));
        line.setOpaque(false);
        line.add(box, BorderLayout.WEST);
        line.add(name);
        line.add(numbers, BorderLayout.EAST);
        return line;
    }

    /** A square of a colour. */
    private record Swatch(Color colour) implements Icon {
        @Override
        public void paintIcon(Component c, Graphics g, int x, int y) {
            g.setColor(colour);
            g.fillRect(x, y, 12, 12);
            g.setColor(Colours.BORDER.get());
            g.drawRect(x, y, 12, 12);
        }

        @Override
        public int getIconWidth() {
            return 13;
        }

        @Override
        public int getIconHeight() {
            return 13;
        }
    }
}
