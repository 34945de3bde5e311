// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.slice.SliceRef;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.ui.SecondaryLabel;

/** The clusters with their colours and sizes; each can be switched off. Event thread only. */
final class LegendPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Hears what is wanted of clusters. */
    interface Listener {
        /** A cluster is to be shown, or not. */
        void shown(int cluster, boolean shown);

        /** A cluster is to have a name; empty: none of its own. */
        void named(int cluster, String name);

        /** A cluster is to have a colour; null: that of its size. */
        void coloured(int cluster, @Nullable String colour);

        /** A cluster is to be listed in the place of another. */
        void moved(int cluster, int toPlaceOf);
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
            state.look().order().forEach(cluster -> add(new LegendLine(state, cluster, listener)));
        }
        revalidate();
        repaint();
    }

    /** Switches the cluster at a place of the list on or off, as its box does. */
    void turn(int place) {
        if (place < getComponentCount() && getComponent(place) instanceof LegendLine line) {
            line.turn();
        }
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
        scale.add(new SecondaryLabel(SliceText.text(heat.least())), BorderLayout.WEST);
        scale.add(new SecondaryLabel(SliceText.text(heat.greatest())), BorderLayout.EAST);
        JButton clusters = new JButton("Show clusters");
        clusters.setName("viewer.legend.back");
        clusters.addActionListener(e -> back.run());
        add(title);
        add(new ColourBar(state.overlay().colours()));
        add(scale);
        add(clusters);
    }
}
