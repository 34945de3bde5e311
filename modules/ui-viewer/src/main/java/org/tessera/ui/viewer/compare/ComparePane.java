// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tessera.charts.ClusterColours;
import org.tessera.store.RunRecord;
import org.tessera.ui.viewer.HeatmapCanvas;
import org.tessera.ui.viewer.Overlay;
import org.tessera.ui.viewer.ShownClusters;
import org.tessera.ui.viewer.ViewerState;
import org.tessera.workbench.ui.Colours;

/** The heatmap of one of the runs that are compared. Event thread only. */
final class ComparePane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final HeatmapCanvas canvas = new HeatmapCanvas();
    private final JLabel title = new JLabel(" ");
    private final JLabel change = new JLabel(" ");
    private final JButton reference = new JButton("Make reference");
    private transient Runnable wanted = () -> {};

    ComparePane(int place) {
        super(new BorderLayout());
        canvas.setName("compare.canvas." + place);
        canvas.setPreferredSize(new Dimension(200, 150));
        canvas.setMinimumSize(new Dimension(60, 50));
        title.setName("compare.title." + place);
        title.setMinimumSize(new Dimension(10, 10));
        change.setName("compare.change." + place);
        change.setForeground(Colours.SECONDARY.get());
        change.setFont(change.getFont().deriveFont(11f));
        reference.setName("compare.reference." + place);
        reference.setFocusable(false);
        reference.putClientProperty("JButton.buttonType", "toolBarButton");
        reference.setToolTipText("Compare the others with this run");
        reference.addActionListener(e -> wanted.run());
        JPanel lines = new JPanel(new GridLayout(2, 1));
        lines.add(title);
        lines.add(change);
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 4));
        head.add(lines);
        head.add(reference, BorderLayout.EAST);
        canvas.setSilent();
        add(head, BorderLayout.NORTH);
        add(canvas);
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 1, Colours.LINE.get()));
    }

    HeatmapCanvas canvas() {
        return canvas;
    }

    void onReference(Runnable listener) {
        wanted = listener;
    }

    /** @param place among the runs; 0 is the reference */
    void show(CompareState state, int place, boolean refit) {
        Compared compared = state.runs().get(place);
        RunRecord run = compared.run();
        ClusterColours reds = state.runs().get(0).own();
        ClusterColours colours = state.aligned() && place > 0 ? compared.alignedTo(reds) : compared.own();
        title.setText("Run " + run.id() + " · " + run.parameterText("grid").replace("x", " × ") + ", k "
                + run.clusterSizes().size());
        title.setToolTipText(title.getText());
        change.setText(
                place == 0
                        ? "the others are compared with this run"
                        : String.format(
                                Locale.ROOT,
                                "ARI %.3f, %.1f %% differ",
                                state.rand().get(place).get(0),
                                100 * compared.differingShare()));
        reference.setText(place > 0 ? "Make reference" : "Reference");
        reference.setEnabled(place > 0);
        List<Integer> bright = state.selected()
                .getOrDefault(run.id(), state.differences() && place > 0 ? compared.differing() : List.of());
        canvas.show(
                new ViewerState(
                        state.mosaic(),
                        Objects.requireNonNull(state.mosaic()).range(),
                        compared.details(),
                        "",
                        "",
                        Overlay.DEFAULT,
                        state.imageNames(),
                        null,
                        bright,
                        new ShownClusters(run.id(), run.clusterSizes(), colours, run.clusters()),
                        null),
                refit);
    }
}
