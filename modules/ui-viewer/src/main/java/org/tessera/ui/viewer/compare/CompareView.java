// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.ui.viewer.HeatmapCanvas;
import org.tessera.workbench.ui.Colours;

/** Heatmaps side by side that are moved and zoomed together, and below them what differs. Event thread only. */
final class CompareView extends JPanel implements ComparePresenter.View {
    private static final long serialVersionUID = 1L;
    private static final String RUNS = "runs";
    private static final String NOTHING = "nothing";
    private static final String ALIKE = "alike";

    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JLabel sentence = new JLabel(CompareState.CHOOSE, SwingConstants.CENTER);
    private final JPanel grid = new JPanel();
    private final SwipePane swipe = new SwipePane();
    private final CardLayout layouts = new CardLayout();
    private final JPanel stage = new JPanel(layouts);
    private final JComboBox<CompareState.Layout> layout = new JComboBox<>(CompareState.Layout.values());
    private CompareState.Layout shown = CompareState.Layout.SIDE_BY_SIDE;
    private final transient List<ComparePane> panes = new ArrayList<>();
    private final JCheckBox aligned = new JCheckBox("Colours follow the reference", true);
    private final JCheckBox differences = new JCheckBox("Only what differs");
    private final JLabel leftOut = new JLabel();
    private final AgreementPanel agreement = new AgreementPanel();
    private final AlikePanel alike = new AlikePanel();
    private final DifferencesPanel fields = new DifferencesPanel();
    private transient @Nullable ComparePresenter presenter;

    CompareView() {
        super(new BorderLayout());
        aligned.setName("compare.aligned");
        aligned.setToolTipText("Clusters have the colour of the reference's cluster with which they share most");
        differences.setName("compare.only");
        differences.setToolTipText("Dim every slice that is for the most part of the same cluster in the reference");
        sentence.setName("compare.sentence");
        sentence.setForeground(Colours.SECONDARY.get());
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.LEFT, 12, 4));
        layout.setName("compare.layout");
        layout.setToolTipText("Swipe and Blink: two runs over each other, those of the contingency table");
        bar.add(layout);
        bar.add(aligned);
        bar.add(differences);
        leftOut.setName("compare.leftout");
        leftOut.setForeground(Colours.SECONDARY.get());
        bar.add(leftOut);
        bar.setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()));
        JSplitPane below = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, fields, agreement);
        below.setBorder(null);
        below.setResizeWeight(0.3);
        below.setPreferredSize(new Dimension(600, 160));
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(bar, BorderLayout.NORTH);
        stage.add(grid, CompareState.Layout.SIDE_BY_SIDE.name());
        stage.add(swipe, CompareState.Layout.SWIPE.name());
        middle.add(stage);
        middle.setMinimumSize(new Dimension(200, 160));
        fields.setMinimumSize(new Dimension(120, 140));
        fields.setPreferredSize(new Dimension(280, 170));
        agreement.setMinimumSize(new Dimension(120, 140));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, middle, below);
        split.setBorder(null);
        split.setResizeWeight(1);
        body.add(sentence, NOTHING);
        body.add(split, RUNS);
        body.add(alike, ALIKE);
        add(body);
    }

    void present(ComparePresenter with) {
        presenter = with;
        aligned.addActionListener(e -> with.setAligned(aligned.isSelected()));
        differences.addActionListener(e -> with.setDifferences(differences.isSelected()));
        layout.addActionListener(
                e -> with.setLayout((CompareState.Layout) Objects.requireNonNull(layout.getSelectedItem())));
        link(swipe.canvases());
        agreement.present(with);
        alike.present(with);
    }

    private ComparePresenter presenter() {
        return Objects.requireNonNull(presenter);
    }

    @Override
    public void show(CompareState state, boolean otherRuns) {
        CompareState.Alike many = state.alike();
        if (many != null) {
            alike.show(many);
            cards.show(body, ALIKE);
            return;
        }
        if (state.runs().isEmpty()) {
            sentence.setText("<html><center>" + state.sentence().replace("<", "&lt;"));
            cards.show(body, NOTHING);
            return;
        }
        boolean refit = panes.size() != state.runs().size();
        if (refit) {
            arrange(state.runs().size());
        }
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).show(state, i, refit);
        }
        swipe.show(state, otherRuns);
        if (shown != state.layout()) {
            shown = state.layout();
            boolean over = shown != CompareState.Layout.SIDE_BY_SIDE;
            layouts.show(stage, (over ? CompareState.Layout.SWIPE : CompareState.Layout.SIDE_BY_SIDE).name());
            swipe.setBlinking(shown == CompareState.Layout.BLINK);
        }
        leftOut.setText(state.leftOut());
        agreement.show(state);
        fields.show(state);
        cards.show(body, RUNS);
    }

    private void arrange(int count) {
        panes.clear();
        grid.removeAll();
        int columns = count <= 3 ? count : count == 4 ? 2 : 3;
        grid.setLayout(new GridLayout(0, columns));
        for (int i = 0; i < count; i++) {
            ComparePane pane = new ComparePane(i);
            int place = i;
            pane.onReference(() -> presenter().setReference(idOf(place)));
            pane.onHeat(heat -> presenter().setHeat(idOf(place), heat));
            pane.onOpacity(opacity -> presenter().setOpacity(idOf(place), opacity));
            panes.add(pane);
            grid.add(pane);
        }
        link(panes.stream().map(ComparePane::canvas).toList());
        grid.revalidate();
        grid.repaint();
    }

    private long idOf(int place) {
        return presenter().state().runs().get(place).run().id();
    }

    /** Canvases that move together, and of which each frames the slice that another is pointed at. */
    private void link(List<HeatmapCanvas> canvases) {
        for (HeatmapCanvas canvas : canvases) {
            List<HeatmapCanvas> others =
                    canvases.stream().filter(other -> other != canvas).toList();
            canvas.onMove(part -> others.forEach(other -> other.follow(part)));
            canvas.onPoint(point -> others.forEach(other -> other.point(point)));
            canvas.onLook((part, window, pixels) -> presenter().look(part, window, pixels));
            canvas.onSelect((slice, more) -> presenter().selectNothing(), slices -> {});
        }
    }

    @Override
    public void showDetails() {
        panes.forEach(pane -> pane.canvas().showDetails());
        swipe.canvases().forEach(HeatmapCanvas::showDetails);
    }
}
