// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ColourMap;
import org.tessera.store.RunRecord;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.Form;
import org.tessera.workbench.ui.LineIcon;

/** Canvas, zoom buttons and legend. Event thread only. */
final class ViewerView extends JPanel implements ViewerPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final int SIDE_WIDTH = 192;
    private static final int OPACITY_STEP = 5;

    private final HeatmapCanvas canvas = new HeatmapCanvas();
    private final JLabel zoom = new JLabel("100 %");
    private final JLabel title = new JLabel(" ");
    private final JSlider opacity = new JSlider(0, 100, 55);
    private final JLabel percent = new JLabel("55 %");
    private final JComboBox<ColourMap> colours = new JComboBox<>(ColourMap.values());
    private final JCheckBox borders = new JCheckBox("Slice borders");
    private final JCheckBox fading = new JCheckBox("Faint where low");
    private final JComboBox<Shown> what = new JComboBox<>();
    private final JToggleButton ghost = new JToggleButton("Ghost");
    private final LegendPanel legend =
            new LegendPanel(new Clusters(), () -> presenter().showLike(-1));
    private final GreyRangePanel range = new GreyRangePanel(other -> presenter().setRange(other));
    private final JLabel notice = new JLabel("", LineIcon.TRIANGLE, SwingConstants.LEADING);
    private final JButton locate = new JButton("Locate…");
    private final JPanel warning = new JPanel(new BorderLayout(8, 0));
    private transient @Nullable ViewerPresenter presenter;
    private boolean telling = true;

    /** What is painted; null: the clusters. */
    private record Shown(@Nullable HeatOf heat) {
        @Override
        public String toString() {
            return heat == null ? "Clusters" : heat.label();
        }
    }

    ViewerView() {
        super(new BorderLayout());
        opacity.setName("viewer.opacity");
        colours.setName("viewer.colours");
        title.setName("viewer.title");
        borders.setName("viewer.borders");
        fading.setName("viewer.fading");
        fading.setToolTipText("Opacity follows the value, so that only what is high stands out");
        what.setName("viewer.what");
        what.addItem(new Shown(null));
        what.addActionListener(e -> {
            if (telling && what.getSelectedItem() instanceof Shown chosen) {
                presenter().showHeat(chosen.heat);
            }
        });
        fading.addActionListener(e -> overlay());
        notice.setName("viewer.notice");
        ghost.setName("viewer.ghost");
        ghost.setFocusable(false);
        ghost.putClientProperty("JButton.buttonType", "toolBarButton");
        ghost.setToolTipText("Frame the slices that the recorded run found outside its large clusters (G)");
        ghost.addActionListener(e -> presenter().setGhost(ghost.isSelected()));
        canvas.onZoom(scale -> zoom.setText(String.format(Locale.ROOT, "%.0f %%", 100 * scale)));
        canvas.onMenu(this::showMenu);
        canvas.onLook((part, window, pixels) -> presenter().look(part, window, pixels));
        canvas.onSelect((slice, more) -> presenter().select(slice, more), slices -> presenter()
                .selectAll(slices));
        opacity.addChangeListener(e -> overlay());
        colours.addActionListener(e -> overlay());
        borders.addActionListener(e -> overlay());
        locate.setName("viewer.locate");
        locate.setToolTipText("Say in which folder the missing images are");
        locate.addActionListener(e -> locate());
        notice.setForeground(Colours.WARNING.get());
        notice.setMinimumSize(new Dimension(10, 10));
        warning.setVisible(false);
        warning.setBorder(BorderFactory.createEmptyBorder(4, 12, 4, 12));
        warning.add(notice);
        warning.add(locate, BorderLayout.EAST);
        JPanel middle = new JPanel(new BorderLayout());
        middle.add(warning, BorderLayout.NORTH);
        middle.add(canvas);
        add(bar(), BorderLayout.NORTH);
        add(middle);
        add(side(), BorderLayout.EAST);
        keys();
    }

    void present(ViewerPresenter with) {
        presenter = with;
    }

    private ViewerPresenter presenter() {
        return Objects.requireNonNull(presenter);
    }

    private void showMenu(int slice, Point point) {
        JPopupMenu menu = new JPopupMenu();
        if (slice >= 0) {
            sliceItems(menu, slice);
            menu.addSeparator();
        }
        menu.add(PictureMenu.of(WorkbenchService.workbench(), canvas.shot()));
        menu.show(canvas, point.x, point.y);
    }

    private void sliceItems(JPopupMenu menu, int slice) {
        JMenuItem like = new JMenuItem("Slices like this one");
        like.setName("viewer.like");
        like.addActionListener(e -> presenter().showLike(slice));
        menu.add(like);
        JMenuItem clusters = new JMenuItem("Clusters");
        clusters.setName("viewer.clusters");
        clusters.addActionListener(e -> presenter().showLike(-1));
        menu.add(clusters);
        presenter().clusters().reclusterable(slice).ifPresent(of -> {
            JMenuItem again = new JMenuItem("Re-cluster " + of.what());
            again.setName("viewer.recluster");
            again.setToolTipText("Cluster the slices of these clusters alone, with a scaling and PCA of their own");
            again.addActionListener(e -> presenter().clusters().recluster(of));
            menu.add(again);
        });
    }

    private void locate() {
        Path was = presenter().missingFolder();
        JFileChooser chooser = new JFileChooser(was == null ? null : was.toFile());
        chooser.setName("viewer.locate.folder");
        chooser.setDialogTitle("Where are the images?");
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        if (chooser.showDialog(this, "Look here") == JFileChooser.APPROVE_OPTION) {
            presenter().locate(chooser.getSelectedFile().toPath());
        }
    }

    private void overlay() {
        percent.setText(opacity.getValue() + " %");
        if (telling && presenter != null) {
            presenter.setOverlay(
                    opacity.getValue() / 100.0,
                    (ColourMap) Objects.requireNonNull(colours.getSelectedItem()),
                    borders.isSelected(),
                    fading.isSelected());
        }
    }

    private void keys() {
        key("+", () -> canvas.zoom(HeatmapCanvas.STEP));
        key("-", () -> canvas.zoom(1 / HeatmapCanvas.STEP));
        key("0", canvas::fit);
        key("1", canvas::zoomToPixels);
        key("b", borders::doClick);
        key("g", ghost::doClick);
        key("[", () -> opacity.setValue(opacity.getValue() - OPACITY_STEP));
        for (int place = 1; place <= 9; place++) {
            int at = place - 1;
            key(
                    KeyStroke.getKeyStroke(KeyEvent.VK_0 + place, InputEvent.ALT_DOWN_MASK),
                    "cluster " + place,
                    () -> legend.turn(at));
        }
        key(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0, false), "bare", () -> canvas.setBare(true));
        key(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0, true), "covered", () -> canvas.setBare(false));
        key("]", () -> opacity.setValue(opacity.getValue() + OPACITY_STEP));
    }

    private void key(String typed, Runnable action) {
        key(KeyStroke.getKeyStroke(typed.charAt(0)), typed, action);
    }

    private void key(KeyStroke stroke, String name, Runnable action) {
        canvas.getInputMap().put(stroke, name);
        canvas.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                action.run();
            }
        });
    }

    private JPanel bar() {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 4));
        buttons.add(ghost);
        buttons.add(button(LineIcon.MINUS, "Zoom out (−)", () -> canvas.zoom(1 / HeatmapCanvas.STEP)));
        zoom.setPreferredSize(new Dimension(48, 22));
        zoom.setHorizontalAlignment(SwingConstants.CENTER);
        buttons.add(zoom);
        buttons.add(button(LineIcon.PLUS, "Zoom in (+)", () -> canvas.zoom(HeatmapCanvas.STEP)));
        buttons.add(button(LineIcon.FIT, "Fit the whole mosaic (0)", canvas::fit));
        JPanel bar = new JPanel(new BorderLayout());
        title.setBorder(BorderFactory.createEmptyBorder(0, 12, 0, 0));
        title.setMinimumSize(new Dimension(10, 10));
        bar.add(title);
        bar.add(buttons, BorderLayout.EAST);
        bar.setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()));
        return bar;
    }

    private static JButton button(Icon icon, String tip, Runnable action) {
        JButton button = new JButton(icon);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.setFocusable(false);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setMargin(new Insets(3, 3, 3, 3));
        button.addActionListener(e -> action.run());
        return button;
    }

    private JPanel side() {
        borders.setOpaque(false);
        fading.setOpaque(false);
        opacity.setOpaque(false);
        opacity.setPreferredSize(new Dimension(70, 24));
        percent.setPreferredSize(new Dimension(38, 20));
        percent.setHorizontalAlignment(SwingConstants.RIGHT);
        JPanel side = new Form()
                .section("Clusters")
                .wide(legend)
                .section("Overlay")
                .row("Show", what)
                .row("Opacity", opacity, percent)
                .row("Colours", colours)
                .wide(fading)
                .wide(borders)
                .section("Grey range, whole mosaic")
                .wide(range)
                .build();
        side.setOpaque(true);
        side.setPreferredSize(new Dimension(SIDE_WIDTH, 100));
        side.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 1, 0, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(8, 0, 8, 0)));
        return side;
    }

    @Override
    public void show(ViewerState state, boolean otherMosaic) {
        telling = false;
        try {
            opacity.setValue((int) Math.round(100 * state.overlay().opacity()));
            colours.setSelectedItem(state.overlay().colours());
            borders.setSelected(state.overlay().borders());
            showWhat(state);
            ghost.setSelected(state.overlay().ghost());
        } finally {
            telling = true;
        }
        range.show(state);
        title.setText(state.details() == null ? " " : title(state.details().run()));
        RunDetails ghostOf = state.ghostOf();
        ghost.setVisible(ghostOf != null);
        ghost.setText(ghostOf == null ? "" : "Ghost: run " + ghostOf.run().id());
        notice.setText(state.notice());
        notice.setToolTipText(state.notice());
        warning.setVisible(!state.notice().isEmpty());
        locate.setVisible(state.mosaic() != null && !state.mosaic().missing().isEmpty());
        legend.show(state);
        canvas.show(state, otherMosaic);
    }

    @Override
    public void showDetails() {
        canvas.showDetails();
    }

    private void showWhat(ViewerState state) {
        List<Shown> items = new ArrayList<>(List.of(new Shown(null)));
        state.heats().forEach(heat -> items.add(new Shown(heat)));
        Heat heat = state.heat();
        Shown now = new Shown(heat == null ? null : heat.of());
        if (!items.contains(now)) {
            items.add(now);
        }
        List<Shown> listed = IntStream.range(0, what.getItemCount())
                .mapToObj(what::getItemAt)
                .toList();
        if (!listed.equals(items)) {
            // another model closes the list under the pointer
            what.setModel(new DefaultComboBoxModel<>(items.toArray(Shown[]::new)));
        }
        what.setSelectedItem(now);
        what.setEnabled(state.details() != null);
        fading.setEnabled(heat != null);
        fading.setSelected(state.overlay().fading());
    }

    /** What is wanted of clusters. */
    private final class Clusters implements LegendPanel.Listener {
        @Override
        public void shown(int cluster, boolean shown) {
            presenter().setShown(cluster, shown);
        }

        @Override
        public void named(int cluster, String name) {
            presenter().clusters().name(cluster, name);
        }

        @Override
        public void coloured(int cluster, @Nullable String colour) {
            presenter().clusters().colour(cluster, colour);
        }

        @Override
        public void moved(int cluster, int toPlaceOf) {
            presenter().clusters().move(cluster, toPlaceOf);
        }
    }

    private static String title(RunRecord run) {
        return (run.recorded() ? "Run " + run.id() : "Live") + " · "
                + run.parameterText("grid").replace("x", " × ") + " slices an image, "
                + run.clusterSizes().size() + " clusters";
    }
}
