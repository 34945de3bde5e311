// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.LandscapeComponent;
import org.tessera.charts.LandscapePlot;
import org.tessera.charts.PlotTheme;
import org.tessera.engine.score.ScoreName;
import org.tessera.tracking.landscape.Landscape;
import org.tessera.tracking.landscape.VaryingParameter;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** The landscape with the choice of its axes, and sliders for the other parameters. Event thread only. */
final class LandscapeView extends JPanel implements LandscapePresenter.View {
    private static final long serialVersionUID = 1L;

    private final LandscapeComponent plot = new LandscapeComponent();
    private final JComboBox<String> scores = new JComboBox<>();
    private final JComboBox<String> along = new JComboBox<>();
    private final JComboBox<String> upwards = new JComboBox<>();
    private final JCheckBox contour = new JCheckBox("Contour");
    private final JButton fill = new JButton("Fill");
    private final JLabel note = new SecondaryLabel(" ");
    private final JPanel rest = new JPanel();
    private final JScrollPane side = new JScrollPane(
            rest, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    private transient List<VaryingParameter> sliders = List.of();
    private transient LandscapeState state = LandscapeState.EMPTY;
    private transient @Nullable LandscapePresenter presenter;
    private String asked = "";
    private boolean telling = true;

    LandscapeView() {
        super(new BorderLayout());
        plot.setName("landscape.plot");
        plot.setBackground(Colours.PANEL.get());
        plot.setForeground(Colours.SECONDARY.get());
        plot.setTips(this::tip);
        box(scores, "landscape.score", "The score, here and everywhere", 170);
        box(along, "landscape.x", "The parameter along the axis", 96);
        box(upwards, "landscape.y", "The parameter upwards", 96);
        contour.setName("landscape.contour");
        contour.setToolTipText("Lines of equal score between the runs, where both parameters are numbers");
        fill.setName("landscape.fill");
        fill.setToolTipText("Run every empty place, as a sweep; what is known is not made twice");
        note.setName("landscape.note");
        note.setMinimumSize(new Dimension(10, 10));
        note.setBorder(BorderFactory.createEmptyBorder(0, 12, 2, 12));
        ScoreName.withSampled().forEach(score -> scores.addItem(score.label()));
        JPanel bar = new JPanel();
        bar.setLayout(new BoxLayout(bar, BoxLayout.X_AXIS));
        bar.setBorder(BorderFactory.createEmptyBorder(6, 12, 2, 12));
        for (JComponent part : new JComponent[] {scores, along, upwards, contour}) {
            bar.add(part);
            bar.add(Box.createHorizontalStrut(6));
        }
        bar.add(Box.createHorizontalGlue());
        bar.add(fill);
        JPanel head = new JPanel(new BorderLayout());
        head.add(bar);
        head.add(note, BorderLayout.SOUTH);
        rest.setLayout(new BoxLayout(rest, BoxLayout.Y_AXIS));
        rest.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
        side.setBorder(BorderFactory.createMatteBorder(0, 1, 0, 0, Colours.LINE.get()));
        side.setPreferredSize(new Dimension(150, 100));
        side.setVisible(false);
        add(head, BorderLayout.NORTH);
        add(plot);
        add(side, BorderLayout.EAST);
        setPreferredSize(new Dimension(420, 240));
    }

    private static void box(JComboBox<String> box, String name, String tip, int width) {
        box.setName(name);
        box.setToolTipText(tip);
        box.setPreferredSize(new Dimension(width, 24));
        box.setMinimumSize(new Dimension(60, 24));
        box.setMaximumSize(new Dimension(width, 24));
    }

    void present(LandscapePresenter with) {
        presenter = with;
        scores.addActionListener(e -> {
            if (telling) {
                with.choose(ScoreName.withSampled().get(scores.getSelectedIndex()));
            }
        });
        for (JComboBox<String> box : List.of(along, upwards)) {
            box.addActionListener(e -> {
                if (telling && along.getSelectedIndex() >= 0 && upwards.getSelectedIndex() >= 0) {
                    with.setAxes(nameOf(along), nameOf(upwards));
                }
            });
        }
        contour.addActionListener(e -> with.setContour(contour.isSelected()));
        fill.addActionListener(e -> with.fill());
        plot.onPlace((place, clicks) -> {
            if (clicks == 1) {
                with.open(place.column(), place.row());
            } else {
                with.queue(place.column(), place.row());
            }
        });
    }

    private String nameOf(JComboBox<String> box) {
        return state.varying().get(box.getSelectedIndex()).name();
    }

    static String words(String parameter) {
        return parameter.equals("pca_components") ? "PCA components" : parameter.replace('_', ' ');
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value.replace("x", "×");
    }

    @Override
    public void showNote(String sentence) {
        asked = sentence;
        showNote();
    }

    private void showNote() {
        Landscape landscape = state.landscape();
        if (landscape == null) {
            note.setText(asked.isEmpty() ? state.of().isEmpty() ? " " : state.of() : asked);
            return;
        }
        int empty = landscape.empty();
        note.setText(state.of() + " · "
                + (state.score().metric().higherIsBetter() ? "higher is better" : "lower is better")
                + ", the darker the better · "
                + (empty == 0 ? "no empty place" : empty + " empty: double-click one to run it")
                + (state.queued() > 0 ? " · " + state.queued() + " to be run" : "")
                + (asked.isEmpty() ? "" : " · " + asked));
        note.setToolTipText(note.getText());
    }

    @Override
    public void show(LandscapeState other) {
        state = other;
        telling = false;
        try {
            scores.setSelectedIndex(ScoreName.withSampled().indexOf(state.score()));
            fillBoxes();
        } finally {
            telling = true;
        }
        Landscape landscape = state.landscape();
        contour.setSelected(state.contour());
        fill.setEnabled(landscape != null && landscape.empty() > 0);
        showNote();
        arrangeSliders();
        if (landscape == null) {
            contour.setEnabled(false);
            plot.showNothing(state.sentence());
        } else {
            LandscapePlot made = plotOf(state, landscape);
            contour.setEnabled(made.hasContour());
            plot.show(made, Colours.isDark() ? PlotTheme.DARK : PlotTheme.LIGHT, state.contour());
        }
    }

    private void fillBoxes() {
        List<String> names =
                state.varying().stream().map(one -> words(one.name())).toList();
        Landscape landscape = state.landscape();
        for (JComboBox<String> box : List.of(along, upwards)) {
            if (!names.equals(items(box))) {
                box.removeAllItems();
                names.forEach(box::addItem);
            }
            box.setEnabled(landscape != null);
        }
        if (landscape != null) {
            along.setSelectedIndex(state.varying().indexOf(landscape.x()));
            upwards.setSelectedIndex(state.varying().indexOf(landscape.y()));
        }
    }

    private static List<String> items(JComboBox<String> box) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < box.getItemCount(); i++) {
            items.add(box.getItemAt(i));
        }
        return items;
    }

    /** A slider for each other parameter: at the left the best of all, then its values. */
    private void arrangeSliders() {
        List<VaryingParameter> wanted = state.rest();
        if (wanted.equals(sliders)) {
            return;
        }
        sliders = wanted;
        rest.removeAll();
        for (VaryingParameter parameter : wanted) {
            JLabel label = new JLabel();
            label.setFont(label.getFont().deriveFont(11f));
            label.setAlignmentX(LEFT_ALIGNMENT);
            JSlider slider = new JSlider(0, parameter.values().size(), 0);
            slider.setName("landscape.rest." + parameter.name());
            slider.setSnapToTicks(true);
            slider.setMajorTickSpacing(1);
            slider.setAlignmentX(LEFT_ALIGNMENT);
            slider.setMaximumSize(new Dimension(Integer.MAX_VALUE, 24));
            String now = state.fixed().get(parameter.name());
            slider.setValue(now == null ? 0 : parameter.values().indexOf(now) + 1);
            label(label, parameter, slider.getValue());
            slider.addChangeListener(e -> {
                label(label, parameter, slider.getValue());
                Objects.requireNonNull(presenter)
                        .fix(
                                parameter.name(),
                                slider.getValue() == 0
                                        ? null
                                        : parameter.values().get(slider.getValue() - 1));
            });
            rest.add(label);
            rest.add(slider);
        }
        side.setVisible(!wanted.isEmpty());
        rest.revalidate();
        rest.repaint();
        revalidate();
    }

    private static void label(JLabel label, VaryingParameter parameter, int value) {
        label.setText(words(parameter.name()) + ": "
                + (value == 0
                        ? "best of " + parameter.values().size()
                        : shown(parameter.values().get(value - 1))));
        label.setToolTipText(label.getText());
    }

    private static LandscapePlot plotOf(LandscapeState state, Landscape landscape) {
        List<List<Double>> rows = new ArrayList<>();
        List<LandscapePlot.Place> degenerate = new ArrayList<>();
        Optional<LandscapePlot.Place> best = Optional.empty();
        Optional<LandscapePlot.Place> selected = Optional.empty();
        Optional<Landscape.Cell> bestCell = landscape.best(state.score());
        for (int row = 0; row < landscape.cells().size(); row++) {
            List<Double> line = new ArrayList<>();
            for (int column = 0; column < landscape.cells().get(row).size(); column++) {
                Landscape.Cell cell = landscape.cells().get(row).get(column);
                LandscapePlot.Place place = new LandscapePlot.Place(column, row);
                line.add(cell == null ? Double.NaN : cell.value());
                if (cell != null && cell.run().degenerate()) {
                    degenerate.add(place);
                }
                if (cell != null && bestCell.filter(cell::equals).isPresent()) {
                    best = Optional.of(place);
                }
                if (cell != null && state.selected() != null && cell.run().id() == state.selected()) {
                    selected = Optional.of(place);
                }
            }
            rows.add(line);
        }
        return new LandscapePlot(
                words(landscape.x().name()),
                words(landscape.y().name()),
                landscape.x().values().stream().map(LandscapeView::shown).toList(),
                landscape.y().values().stream().map(LandscapeView::shown).toList(),
                positions(landscape.x()),
                positions(landscape.y()),
                rows,
                degenerate,
                state.score().metric().higherIsBetter(),
                best,
                selected);
    }

    private static List<Double> positions(VaryingParameter parameter) {
        return parameter.numeric()
                ? parameter.values().stream()
                        .map(value -> parameter.position(value).orElseThrow())
                        .toList()
                : List.of();
    }

    private String tip(LandscapePlot.Place place) {
        Landscape landscape = state.landscape();
        if (landscape == null) {
            return "";
        }
        Landscape.Cell cell = landscape.cells().get(place.row()).get(place.column());
        String where = words(landscape.x().name()) + " "
                + shown(landscape.x().values().get(place.column())) + ", "
                + words(landscape.y().name()) + " "
                + shown(landscape.y().values().get(place.row()));
        return where
                + (cell == null
                        ? ": no run yet"
                        : String.format(
                                Locale.ROOT,
                                ": run %d, %.4f%s",
                                cell.run().id(),
                                cell.value(),
                                cell.run().degenerate() ? " (degenerate)" : ""));
    }
}
