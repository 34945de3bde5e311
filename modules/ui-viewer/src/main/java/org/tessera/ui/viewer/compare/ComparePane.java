// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JSlider;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;
import org.tessera.ui.viewer.HeatOf;
import org.tessera.ui.viewer.HeatmapCanvas;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** The heatmap of one of the runs that are compared. Event thread only. */
final class ComparePane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final HeatmapCanvas canvas = new HeatmapCanvas();
    private final JLabel title = new JLabel(" ");
    private final JLabel change = new SecondaryLabel(" ");
    private final JButton reference = new JButton("Reference");
    private final JButton overlay = new JButton("Overlay");
    private transient Runnable wanted = () -> {};
    private transient Consumer<@Nullable HeatOf> heat = of -> {};
    private transient DoubleConsumer opacity = value -> {};
    private transient @Nullable RunRecord run;
    private transient PaneLook look = PaneLook.DEFAULT;

    ComparePane(int place) {
        super(new BorderLayout());
        canvas.setName("compare.canvas." + place);
        canvas.setPreferredSize(new Dimension(200, 150));
        canvas.setMinimumSize(new Dimension(60, 50));
        title.setName("compare.title." + place);
        title.setMinimumSize(new Dimension(10, 10));
        change.setName("compare.change." + place);
        reference.setName("compare.reference." + place);
        reference.setFocusable(false);
        reference.putClientProperty("JButton.buttonType", "toolBarButton");
        reference.setToolTipText("Make this run the one that the others are compared with");
        reference.addActionListener(e -> wanted.run());
        overlay.setName("compare.overlay." + place);
        overlay.setFocusable(false);
        overlay.putClientProperty("JButton.buttonType", "toolBarButton");
        overlay.setToolTipText("What lies over this mosaic, and how opaque it is");
        overlay.addActionListener(e -> menu());
        JPanel lines = new JPanel(new GridLayout(2, 1));
        lines.add(title);
        lines.add(change);
        JPanel head = new JPanel(new BorderLayout(8, 0));
        head.setBorder(BorderFactory.createEmptyBorder(2, 8, 2, 4));
        head.add(lines);
        reference.setFont(change.getFont());
        overlay.setFont(change.getFont());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
        buttons.add(overlay);
        buttons.add(reference);
        head.add(buttons, BorderLayout.EAST);
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

    /** Hears what is to lie over this mosaic; null for the clusters. */
    void onHeat(Consumer<@Nullable HeatOf> listener) {
        heat = listener;
    }

    void onOpacity(DoubleConsumer listener) {
        opacity = listener;
    }

    /** @param place among the runs; 0 is the reference */
    void show(CompareState state, int place, boolean refit) {
        Compared compared = state.runs().get(place);
        run = compared.run();
        look = state.look(run.id());
        title.setText(PaneState.title(state, place));
        title.setToolTipText(title.getText());
        change.setText(
                place == 0
                        ? "the others are compared with this run"
                        : String.format(
                                Locale.ROOT,
                                "ARI %.3f, %.1f %% differ",
                                state.rand().get(place).get(0),
                                100 * compared.differingShare()));
        change.setToolTipText(change.getText());
        reference.setVisible(place > 0);
        canvas.show(PaneState.of(state, place), refit);
    }

    /** What lies over this mosaic, and how opaque it is. */
    private void menu() {
        RunRecord of = run;
        if (of == null) {
            return;
        }
        JPopupMenu menu = new JPopupMenu();
        item(menu, "Clusters", null);
        item(menu, "Disagreement", CompareState.DISAGREEMENT);
        item(menu, "Silhouette", new HeatOf.Silhouettes());
        if (of.parameters().get("statistics") instanceof List<?> statistics) {
            statistics.forEach(id -> {
                HeatOf.Statistic heat = new HeatOf.Statistic(id.toString());
                item(menu, heat.label(), heat);
            });
        }
        menu.addSeparator();
        JSlider slider = new JSlider(0, 100, (int) Math.round(100 * look.opacity()));
        slider.setName("compare.opacity");
        slider.setToolTipText("Opacity");
        slider.addChangeListener(e -> opacity.accept(slider.getValue() / 100.0));
        menu.add(slider);
        menu.show(overlay, 0, overlay.getHeight());
    }

    private void item(JPopupMenu menu, String label, @Nullable HeatOf of) {
        JRadioButtonMenuItem item = new JRadioButtonMenuItem(label, Objects.equals(of, look.heat()));
        item.setName("compare.heat." + label);
        item.addActionListener(e -> heat.accept(of));
        menu.add(item);
    }
}
