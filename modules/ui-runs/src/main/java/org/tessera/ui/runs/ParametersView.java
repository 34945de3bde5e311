// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Numbers;
import org.tessera.ui.runs.ParametersState.Ranges;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.Form;
import org.tessera.workbench.ui.TaskPanel;

/** The fields of the parameter editor. Event thread only. */
final class ParametersView extends JPanel implements ParametersPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final int MOST_GRID = 40;
    private static final int MOST_CLUSTERS = 12;

    private final transient Sliders sliders = new Sliders(this::edit, this::showNote, this::display);
    private final transient AlgorithmFields algorithm = new AlgorithmFields(sliders, this::edit, this::showNote);
    private final transient ValueSlider grid =
            sliders.make("grid", 1, MOST_GRID, g -> g + " × " + g, this::typeGrid, (edit, value) -> {
                edit.grid = new Grid(value, value);
            });
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
    private final transient PreparationFields preparation = new PreparationFields(
            change -> edit(edit -> edit.preparation = change.apply(edit.preparation)), this::showNote);
    private final JTextField sweepGrid = new JTextField();
    private final JTextField sweepClusters = new JTextField();
    private final JTextField sweepComponents = new JTextField();
    private final JLabel plan = new JLabel(" ");
    private final JLabel note = new JLabel(" ");
    private final JButton run = new JButton("Run");
    private final JButton sweep = new JButton("Sweep");
    private final TaskPanel task = new TaskPanel("parameters", 60);
    private transient @Nullable ParametersPresenter presenter;
    private ParametersState shown = ParametersState.DEFAULT;
    private boolean telling = true;
    private boolean ready;
    private boolean running;

    ParametersView(StatisticSet known) {
        super(new BorderLayout());
        statistics = new StatisticsPanel(known, ids -> edit(edit -> edit.statistics = ids), this::showNote);
        nameComponents();
        listen();
        JScrollPane scroll = new JScrollPane(form());
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        add(scroll);
        add(foot(), BorderLayout.SOUTH);
    }

    void present(ParametersPresenter with) {
        presenter = with;
        task.onCancel(with::cancel);
    }

    private static int number(String what, String text, int least) {
        return Numbers.whole(what, text, least, 1_000_000);
    }

    private void typeGrid(ParametersEdit edit, String text) {
        edit.grid = Grid.parse(text);
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
        pca.setName("parameters.pca");
        experiment.setName("parameters.experiment");
        whereSlice.setName("parameters.where");
        whereSlice.putClientProperty("JTextField.placeholderText", "all; or mean > 9500");
        whereSlice.setToolTipText(
                "Cluster only slices whose statistics fulfil this: mode_notebook > 4000 and mean > 9500");
        sweepGrid.setName("parameters.sweep.grid");
        sweepClusters.setName("parameters.sweep.clusters");
        sweepComponents.setName("parameters.sweep.components");
        run.setName("parameters.run");
        sweep.setName("parameters.sweep");
        note.setName("parameters.note");
        plan.setName("parameters.plan");
    }

    private void listen() {
        standardize.addActionListener(e -> edit(edit -> edit.standardize = standardize.isSelected()));
        pca.addActionListener(e -> edit(edit -> edit.pca = pca.isSelected()));
        TextChange.of(seed, this::setSeed);
        TextChange.of(whereSlice, () -> edit(edit -> edit.whereSlice = whereSlice.getText()));
        TextChange.of(experiment, () -> edit(edit -> edit.experiment = experiment.getText()));
        for (JTextField field : List.of(sweepGrid, sweepClusters, sweepComponents)) {
            TextChange.of(
                    field,
                    () -> edit(edit -> edit.sweep =
                            new Ranges(sweepGrid.getText(), sweepClusters.getText(), sweepComponents.getText())));
        }
        run.addActionListener(e -> Objects.requireNonNull(presenter).run());
        sweep.addActionListener(e -> Objects.requireNonNull(presenter).sweep());
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
            presenter.set(shown.with(change));
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
        pca.setMargin(new java.awt.Insets(0, 0, 0, 0));
        pca.setIconTextGap(4);
        switches.add(seed);
        switches.add(javax.swing.Box.createHorizontalStrut(8));
        switches.add(standardize);
        Form form = new Form()
                .row("Algorithm", algorithm.choice())
                .row("Grid", grid.slider(), grid.field())
                .row("Clusters", clusters.slider(), clusters.field())
                .row(pca, components.slider(), components.field());
        algorithm.addTo(form);
        form.row("Seed", switches)
                .section("Statistics", statistics.presets())
                .wide(statistics)
                .row("Slices", whereSlice);
        preparation.addTo(form);
        JPanel built = form.section("Sweep over")
                .row("Grids", sweepGrid)
                .row("Clusters", sweepClusters)
                .row("PCA components", sweepComponents)
                .section("Images")
                .wide(images)
                .section("Recorded in")
                .row("Experiment", experiment)
                .build();
        built.setBorder(BorderFactory.createEmptyBorder(8, 0, 8, 0));
        return built;
    }

    private JPanel foot() {
        JPanel buttons = new JPanel(new GridLayout(1, 0, 8, 0));
        buttons.add(sweep);
        buttons.add(run);
        JPanel texts = new JPanel();
        texts.setLayout(new BoxLayout(texts, BoxLayout.Y_AXIS));
        for (JLabel label : List.of(plan, note)) {
            label.setForeground(Colours.SECONDARY.get());
            label.setFont(label.getFont().deriveFont(11f));
            label.setAlignmentX(LEFT_ALIGNMENT);
            texts.add(label);
        }
        task.setAlignmentX(LEFT_ALIGNMENT);
        texts.add(task);
        JPanel foot = new JPanel(new BorderLayout(0, 8));
        foot.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(8, 12, 12, 12)));
        foot.add(texts);
        foot.add(buttons, BorderLayout.SOUTH);
        return foot;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        getRootPane().setDefaultButton(run);
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
            Form.setVisible(sweepClusters, choice.counts());
            preparation.show(state.preparation());
            grid.show(
                    Math.min(MOST_GRID, state.grid().rows()),
                    state.grid().rows() + " × " + state.grid().columns());
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
            TextChange.show(sweepGrid, state.sweep().grid());
            TextChange.show(sweepClusters, state.sweep().clusters());
            TextChange.show(sweepComponents, state.sweep().components());
            sweepComponents.setEnabled(state.pca());
        } finally {
            telling = true;
        }
    }

    private void showImages(List<String> names) {
        List<String> there = new ArrayList<>();
        for (java.awt.Component box : images.getComponents()) {
            there.add(((JCheckBox) box).getText());
        }
        if (!there.equals(names)) {
            images.removeAll();
            for (String name : names) {
                JCheckBox box = new JCheckBox(name);
                box.setName("parameters.image." + name);
                box.setOpaque(false);
                box.addActionListener(
                        e -> Objects.requireNonNull(presenter).set(shown.withImage(name, box.isSelected())));
                images.add(box);
            }
            images.revalidate();
        }
        for (java.awt.Component box : images.getComponents()) {
            JCheckBox check = (JCheckBox) box;
            check.setSelected(!shown.leftOut().contains(check.getText()));
        }
    }

    @Override
    public void showPlan(String sentence, boolean possible) {
        ready = possible;
        plan.setText(possible ? "Sweep: " + sentence : "<html>" + sentence.replace("<", "&lt;"));
        plan.setForeground(possible ? Colours.SECONDARY.get() : Colours.WARNING.get());
        enableButtons();
    }

    @Override
    public void showTask(Task.@Nullable Progress now) {
        running = now != null;
        task.show(now);
        enableButtons();
    }

    private void enableButtons() {
        run.setEnabled(!running && images.getComponentCount() > 0);
        sweep.setEnabled(!running && ready);
    }

    @Override
    public void showNote(String sentence) {
        note.setText(sentence.isEmpty() ? " " : "<html>" + sentence.replace("<", "&lt;"));
    }
}
