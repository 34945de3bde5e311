// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Numbers;
import org.tessera.store.RunRecord;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.ui.Form;
import org.tessera.workbench.ui.LineIcon;

/** The fields of the parameter editor. Event thread only. */
final class ParametersView extends JPanel implements ParametersPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final int MOST_GRID = 40;
    private static final int MOST_CLUSTERS = 12;

    private final transient Sliders sliders = new Sliders(this::edit, this::showNote, this::display);
    private final transient AlgorithmFields algorithm = new AlgorithmFields(sliders, this::edit, this::showNote);
    private final transient ValueSlider grid =
            sliders.make("grid", 1, MOST_GRID, g -> g + " × " + g, this::typeGrid, this::moveRows);
    private final transient ValueSlider columns = sliders.make(
            "columns",
            1,
            MOST_GRID,
            Integer::toString,
            (edit, text) -> edit.grid = new Grid(edit.grid.rows(), number("The number of columns", text, 1)),
            (edit, value) -> edit.grid = new Grid(edit.grid.rows(), value));
    private final JToggleButton linked = new JToggleButton(LineIcon.LINK);
    private final transient ValueSlider clusters = sliders.make(
            "clusters",
            2,
            MOST_CLUSTERS,
            Integer::toString,
            (edit, text) -> edit.clusters = number("The number of clusters", text, 2),
            (edit, value) -> edit.clusters = value);
    private final transient ValueSlider components =
            sliders.make("components", 1, 6, this::componentsText, this::typeComponents, this::moveComponents);
    private final JTextField seed = new JTextField(6);
    private final JCheckBox standardize = new JCheckBox("Standardise");
    private final JCheckBox pca = new JCheckBox("PCA components");
    private final StatisticsPanel statistics;
    private final JPanel images = new JPanel(new GridLayout(0, 1));
    private final JTextField experiment = new JTextField();
    private final JTextField whereSlice = new JTextField();
    private final JLabel parent = new JLabel();
    private final JButton allSlices = new JButton(LineIcon.CLOSE);
    private final transient PreparationFields preparation = new PreparationFields(
            change -> edit(edit -> edit.preparation = change.apply(edit.preparation)), this::showNote);
    private final SweepPanel ranges = new SweepPanel(change -> edit(edit -> edit.sweep = change.apply(edit.sweep)));
    private final LiveBar bar = new LiveBar();
    private final RecordPanel foot = new RecordPanel();
    private transient @Nullable ParametersPresenter presenter;
    private ParametersState shown = ParametersState.DEFAULT;
    private boolean telling = true;

    ParametersView(StatisticSet known) {
        super(new BorderLayout());
        statistics = new StatisticsPanel(known, ids -> edit(edit -> edit.statistics = ids), this::showNote);
        nameComponents();
        listen();
        JScrollPane scroll = new JScrollPane(form());
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        add(bar, BorderLayout.NORTH);
        add(scroll);
        add(foot, BorderLayout.SOUTH);
    }

    void present(ParametersPresenter with) {
        presenter = with;
        bar.present(with);
        foot.present(with);
    }

    private static int number(String what, String text, int least) {
        return Numbers.whole(what, text, least, 1_000_000);
    }

    private void typeGrid(ParametersEdit edit, String text) {
        Grid typed = Grid.parse(text);
        boolean rowsOnly = !linked.isSelected() && !text.contains("x");
        edit.grid = rowsOnly ? new Grid(typed.rows(), edit.grid.columns()) : typed;
    }

    private void moveRows(ParametersEdit edit, int value) {
        edit.grid = new Grid(value, linked.isSelected() ? value : edit.grid.columns());
    }

    /** Rows and columns are one value, or two. */
    private void link() {
        if (linked.isSelected()) {
            edit(edit -> edit.grid = new Grid(edit.grid.rows(), edit.grid.rows()));
        }
        display();
    }

    private void typeComponents(ParametersEdit edit, String text) {
        edit.components = text.startsWith("all") ? 0 : number("The number of PCA components", text, 1);
    }

    private void moveComponents(ParametersEdit edit, int value) {
        edit.components = value >= edit.statistics.size() ? 0 : value;
    }

    private String componentsText(int value) {
        int count = shown.statistics().size();
        return value >= count ? "all " + count : Integer.toString(value);
    }

    private void nameComponents() {
        seed.setName("parameters.seed");
        standardize.setName("parameters.standardize");
        linked.setName("parameters.linked");
        linked.setSelected(true);
        linked.setFocusable(false);
        linked.putClientProperty("JButton.buttonType", "toolBarButton");
        linked.setToolTipText("As many columns as rows");
        pca.setName("parameters.pca");
        experiment.setName("parameters.experiment");
        parent.setName("parameters.parent");
        allSlices.setName("parameters.allSlices");
        allSlices.setToolTipText("Cluster all slices again");
        allSlices.getAccessibleContext().setAccessibleName("Cluster all slices again");
        allSlices.putClientProperty("JButton.buttonType", "toolBarButton");
        allSlices.setFocusable(false);
        allSlices.addActionListener(e -> Objects.requireNonNull(presenter).clusterAll());
        whereSlice.setName("parameters.where");
        whereSlice.putClientProperty("JTextField.placeholderText", "all; or mean > 9500");
        whereSlice.setToolTipText(
                "Cluster only slices whose statistics fulfil this: mode_notebook > 4000 and mean > 9500");
    }

    private void listen() {
        linked.addActionListener(e -> link());
        standardize.addActionListener(e -> edit(edit -> edit.standardize = standardize.isSelected()));
        pca.addActionListener(e -> edit(edit -> edit.pca = pca.isSelected()));
        TextChange.of(seed, this::setSeed);
        TextChange.of(whereSlice, () -> edit(edit -> edit.whereSlice = whereSlice.getText()));
        TextChange.of(experiment, () -> edit(edit -> edit.experiment = experiment.getText()));
    }

    private void setSeed() {
        try {
            long value = Long.parseLong(seed.getText().strip());
            seed.putClientProperty("JComponent.outline", null);
            edit(edit -> edit.seed = value);
        } catch (NumberFormatException e) {
            seed.putClientProperty("JComponent.outline", "error");
            showNote("The seed is \"" + seed.getText() + "\"; give a whole number.");
        }
    }

    private void edit(Consumer<ParametersEdit> change) {
        if (telling && presenter != null) {
            presenter.set(shown.with(change), sliders.dragging());
        }
    }

    private JPanel form() {
        for (JPanel panel : List.of(images, statistics)) {
            panel.setOpaque(false);
        }
        standardize.setOpaque(false);
        pca.setOpaque(false);
        JPanel switches = new JPanel();
        switches.setLayout(new BoxLayout(switches, BoxLayout.X_AXIS));
        switches.setOpaque(false);
        seed.setMaximumSize(new Dimension(64, 24));
        seed.setPreferredSize(new Dimension(64, 24));
        pca.setMargin(new Insets(0, 0, 0, 0));
        pca.setIconTextGap(4);
        switches.add(seed);
        switches.add(Box.createHorizontalStrut(8));
        switches.add(standardize);
        Form form = new Form()
                .row("Algorithm", algorithm.choice())
                .row("Grid", gridSlider(), grid.field())
                .row("Columns", columns.slider(), columns.field())
                .row("Clusters", clusters.slider(), clusters.field())
                .row(pca, components.slider(), components.field());
        algorithm.addTo(form);
        form.row("Seed", switches)
                .section("Statistics", statistics.presets())
                .wide(statistics)
                .row("Slices", whereSlice)
                .row("Only", parent, allSlices);
        preparation.addTo(form);
        JPanel built = form.section("Sweep over")
                .wide(ranges)
                .section("Images")
                .wide(images)
                .section("Recorded in")
                .row("Experiment", experiment)
                .build();
        built.setBorder(BorderFactory.createEmptyBorder(8, 0, 8, 0));
        return built;
    }

    private JPanel gridSlider() {
        JPanel both = new JPanel(new BorderLayout(2, 0));
        both.setOpaque(false);
        both.add(grid.slider());
        both.add(linked, BorderLayout.EAST);
        return both;
    }

    @Override
    public void show(ParametersState state, List<String> names) {
        shown = state;
        showImages(names);
        display();
    }

    private void display() {
        ParametersState state = shown;
        telling = false;
        try {
            AlgorithmChoice choice = state.algorithm();
            algorithm.show(state);
            clusters.setVisible(choice.counts());
            preparation.show(state.preparation());
            if (state.grid().rows() != state.grid().columns()) {
                linked.setSelected(false);
            }
            grid.show(
                    Math.min(MOST_GRID, state.grid().rows()),
                    state.grid().rows() + " × " + state.grid().columns());
            columns.show(
                    Math.min(MOST_GRID, state.grid().columns()),
                    Integer.toString(state.grid().columns()));
            columns.setVisible(!linked.isSelected());
            clusters.show(Math.min(MOST_CLUSTERS, state.clusters()), Integer.toString(state.clusters()));
            int count = Math.max(1, state.statistics().size());
            components.setMost(count);
            components.show(state.components() == 0 ? count : Math.min(count, state.components()));
            components.setEnabled(state.pca());
            seed.setEnabled(choice.restarts());
            TextChange.show(seed, Long.toString(state.seed()));
            standardize.setSelected(state.standardize());
            pca.setSelected(state.pca());
            statistics.show(state.statistics());
            TextChange.show(experiment, state.experiment());
            TextChange.show(whereSlice, state.whereSlice());
            Parent only = state.parent();
            parent.setText(only == null ? "" : "clusters " + only.clustersText() + " of run " + only.run());
            Form.setVisible(parent, only != null);
            allSlices.setVisible(only != null);
            ranges.show(state);
        } finally {
            telling = true;
        }
    }

    private void showImages(List<String> names) {
        List<String> there = new ArrayList<>();
        for (Component box : images.getComponents()) {
            there.add(((JCheckBox) box).getText());
        }
        if (!there.equals(names)) {
            images.removeAll();
            for (String name : names) {
                JCheckBox box = new JCheckBox(name);
                box.setName("parameters.image." + name);
                box.setOpaque(false);
                box.addActionListener(
                        e -> Objects.requireNonNull(presenter).set(shown.withImage(name, box.isSelected()), false));
                images.add(box);
            }
            images.revalidate();
        }
        for (Component box : images.getComponents()) {
            JCheckBox check = (JCheckBox) box;
            check.setSelected(!shown.leftOut().contains(check.getText()));
        }
        foot.showImages(!names.isEmpty());
    }

    @Override
    public void showPlan(String sentence, boolean possible) {
        foot.showPlan(sentence, possible);
    }

    @Override
    public void showTask(Task.@Nullable Progress now, boolean pausable) {
        foot.showTask(now, pausable);
    }

    @Override
    public void showPaused(@Nullable Long sweep) {
        foot.showPaused(sweep);
    }

    @Override
    public void showNote(String sentence) {
        foot.showNote(sentence);
    }

    @Override
    public void showIdentical(@Nullable RunRecord identical) {
        foot.showIdentical(identical);
    }

    @Override
    public void showSteps(boolean live, boolean canUndo, boolean canRedo) {
        bar.show(live, canUndo, canRedo);
    }
}
