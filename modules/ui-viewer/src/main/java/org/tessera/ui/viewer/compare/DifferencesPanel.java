// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.PlainTable;

/** Parameters and scores of the runs beside each other, only what differs unless all is wanted. Event thread only. */
final class DifferencesPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** The least a column of names and one of values take, pixels. */
    private static final int FIELD = 64;

    private static final int VALUE = 51;

    private final PlainTable table = new PlainTable("compare.differences");
    private final JCheckBox all = new JCheckBox("Show what is equal too");
    private transient List<RunRecord> runs = List.of();

    DifferencesPanel() {
        super(new BorderLayout(0, 4));
        setBorder(BorderFactory.createEmptyBorder(4, 12, 8, 0));
        all.setName("compare.all");
        all.addActionListener(e -> fill());
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        add(all, BorderLayout.NORTH);
        add(scroll);
    }

    void show(CompareState state) {
        List<RunRecord> others = state.runs().stream().map(Compared::run).toList();
        if (!others.equals(runs)) {
            runs = others;
            fill();
        }
    }

    private void fill() {
        List<Object[]> rows = new ArrayList<>();
        for (String field : RunFields.names(runs)) {
            List<String> values =
                    runs.stream().map(run -> text(RunFields.value(run, field))).toList();
            if (RunFields.isMade(field)
                    && (all.isSelected() || Set.copyOf(values).size() > 1)) {
                List<String> row = new ArrayList<>(List.of(field.replace('_', ' ')));
                row.addAll(values);
                rows.add(row.toArray());
            }
        }
        List<String> heads = new ArrayList<>(List.of(""));
        runs.forEach(run -> heads.add("Run " + run.id()));
        table.fill(rows.toArray(Object[][]::new), heads.toArray(), column -> column > 0);
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.getColumnModel().getColumn(i).setMinWidth(i == 0 ? FIELD : VALUE);
            table.getColumnModel().getColumn(i).setPreferredWidth(i == 0 ? FIELD + 24 : VALUE + 4);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            double size = Math.abs(number);
            return String.format(Locale.ROOT, size >= 1000 ? "%,.1f" : "%.3f", number)
                    .replace('-', '−');
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "–" : value.toString();
    }
}
