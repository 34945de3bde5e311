// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.tessera.engine.statistic.Statistic;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.ProblemException;

/** The statistics as check boxes in groups, with the presets. Event thread only. */
final class StatisticsPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String OWN = "own choice";
    private static final String FOLDED = "Percentiles";

    private final List<StatisticGroup> groups = new ArrayList<>();
    private final JComboBox<String> presets = new JComboBox<>();
    private final JTextField formulas = new JTextField();
    private final transient StatisticSet known;
    private final transient Consumer<List<String>> listener;
    private final transient Consumer<String> problems;
    private String shownFormulas = "";
    private boolean telling = true;

    /**
     * A choice among statistics.
     *
     * @param known what can be chosen
     * @param listener hears the ids that are chosen
     * @param problems hears what is wrong with a formula
     */
    StatisticsPanel(StatisticSet known, Consumer<List<String>> listener, Consumer<String> problems) {
        this.known = known;
        this.listener = listener;
        this.problems = problems;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        presets.setName("parameters.preset");
        known.presetNames().forEach(presets::addItem);
        presets.addItem(OWN);
        presets.addActionListener(e -> choosePreset());
        byTitle().forEach((title, ids) -> {
            StatisticGroup group = new StatisticGroup(
                    title, ids.stream().map(known::statistic).toList(), title.equals(FOLDED), this::tell);
            group.setAlignmentX(LEFT_ALIGNMENT);
            groups.add(group);
            add(group);
        });
        formulas.setName("parameters.formulas");
        formulas.putClientProperty("JTextField.placeholderText", "formulas: quartile3 - quartile1, …");
        formulas.setToolTipText("Formulas over statistics and bins such as histogram-8, with commas between");
        formulas.setAlignmentX(LEFT_ALIGNMENT);
        formulas.addActionListener(e -> tell());
        formulas.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!formulas.getText().equals(shownFormulas)) {
                    tell();
                }
            }
        });
        add(formulas);
    }

    JComboBox<String> presets() {
        return presets;
    }

    private void tell() {
        if (telling) {
            List<String> chosen = new ArrayList<>();
            groups.forEach(group -> chosen.addAll(group.chosen()));
            if (!formulas.getText().isBlank()) {
                try {
                    known.parse(formulas.getText()).stream()
                            .filter(id -> !chosen.contains(id))
                            .forEach(chosen::add);
                } catch (ProblemException e) {
                    problems.accept(String.valueOf(e.getMessage()));
                    return;
                }
            }
            listener.accept(known.presetNames().stream()
                    .map(known::parse)
                    .filter(preset -> sameSet(preset, chosen))
                    .findFirst()
                    .orElse(chosen));
        }
    }

    private void choosePreset() {
        Object chosen = presets.getSelectedItem();
        if (telling && chosen != null && !chosen.equals(OWN)) {
            listener.accept(known.parse(chosen.toString()));
        }
    }

    /** Shows a choice without telling. */
    void show(List<String> ids) {
        telling = false;
        try {
            groups.forEach(group -> group.show(ids));
            shownFormulas = String.join(
                    ", ",
                    ids.stream()
                            .filter(id -> groups.stream().noneMatch(group -> group.has(id)))
                            .toList());
            TextChange.show(formulas, shownFormulas);
            presets.setSelectedItem(known.presetNames().stream()
                    .filter(name -> sameSet(known.parse(name), ids))
                    .findFirst()
                    .orElse(OWN));
        } finally {
            telling = true;
        }
    }

    private static boolean sameSet(List<String> a, List<String> b) {
        return a.size() == b.size() && a.containsAll(b);
    }

    private Map<String, List<String>> byTitle() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Spread", List.of("std", "relative_std", "variance", "range", "iqr", "reference_interval_95"));
        groups.put("Level and shape", List.of("mean", "median", "min", "max", "skewness", "kurtosis", "shape_value"));
        groups.put("Mode", List.of("mode_notebook", "mode_bin_centre", "mode_value", "mode_count"));
        List<String> rest = known.known().stream()
                .map(Statistic::id)
                .filter(id -> groups.values().stream().noneMatch(ids -> ids.contains(id)))
                .toList();
        groups.put(FOLDED, rest);
        return groups;
    }
}
