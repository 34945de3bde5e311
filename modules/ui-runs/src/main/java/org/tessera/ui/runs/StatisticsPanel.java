// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import org.tessera.engine.statistic.Statistic;
import org.tessera.engine.statistic.StatisticSet;

/** The statistics as check boxes in groups, with the presets. Event thread only. */
final class StatisticsPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String OWN = "own choice";
    private static final String FOLDED = "Percentiles";

    private final List<StatisticGroup> groups = new ArrayList<>();
    private final JComboBox<String> presets = new JComboBox<>();
    private final transient Consumer<List<String>> listener;
    private boolean telling = true;

    StatisticsPanel(Consumer<List<String>> listener) {
        this.listener = listener;
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        presets.setName("parameters.preset");
        StatisticSet.presetNames().forEach(presets::addItem);
        presets.addItem(OWN);
        presets.addActionListener(e -> choosePreset());
        byTitle().forEach((title, ids) -> {
            StatisticGroup group = new StatisticGroup(title, ids, title.equals(FOLDED), this::tell);
            group.setAlignmentX(LEFT_ALIGNMENT);
            groups.add(group);
            add(group);
        });
    }

    JComboBox<String> presets() {
        return presets;
    }

    private void tell() {
        if (telling) {
            List<String> chosen = new ArrayList<>();
            groups.forEach(group -> chosen.addAll(group.chosen()));
            listener.accept(StatisticSet.presetNames().stream()
                    .map(StatisticSet::parse)
                    .filter(preset -> sameSet(preset, chosen))
                    .findFirst()
                    .orElse(chosen));
        }
    }

    private void choosePreset() {
        Object chosen = presets.getSelectedItem();
        if (telling && chosen != null && !chosen.equals(OWN)) {
            listener.accept(StatisticSet.parse(chosen.toString()));
        }
    }

    /** Shows a choice without telling. */
    void show(List<String> ids) {
        telling = false;
        try {
            groups.forEach(group -> group.show(ids));
            presets.setSelectedItem(StatisticSet.presetNames().stream()
                    .filter(name -> sameSet(StatisticSet.parse(name), ids))
                    .findFirst()
                    .orElse(OWN));
        } finally {
            telling = true;
        }
    }

    private static boolean sameSet(List<String> a, List<String> b) {
        return a.size() == b.size() && a.containsAll(b);
    }

    private static Map<String, List<String>> byTitle() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Spread", List.of("std", "relative_std", "variance", "range", "iqr", "reference_interval_95"));
        groups.put("Level and shape", List.of("mean", "median", "min", "max", "skewness", "kurtosis"));
        groups.put("Mode", List.of("mode_notebook", "mode_bin_centre", "mode_value", "mode_count"));
        List<String> rest = StatisticSet.known().stream()
                .map(Statistic::id)
                .filter(id -> groups.values().stream().noneMatch(ids -> ids.contains(id)))
                .toList();
        groups.put(FOLDED, rest);
        return groups;
    }
}
