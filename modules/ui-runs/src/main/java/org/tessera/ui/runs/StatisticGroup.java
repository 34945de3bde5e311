// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tessera.engine.statistic.Statistic;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.SecondaryLabel;

/** Statistics under a title that switches all of them and folds. Event thread only. */
final class StatisticGroup extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JButton fold = new JButton();
    private final JCheckBox all;
    private final JLabel count = new SecondaryLabel("");
    private final JPanel grid = new JPanel(new GridLayout(0, 2, 4, 0));
    private final transient Map<String, JCheckBox> boxes = new LinkedHashMap<>();

    StatisticGroup(String title, List<Statistic> statistics, boolean folded, Runnable changed) {
        super(new BorderLayout());
        setOpaque(false);
        all = new JCheckBox(title);
        all.setOpaque(false);
        all.setFont(all.getFont().deriveFont(Font.BOLD));
        all.addActionListener(e -> {
            boxes.values().forEach(box -> box.setSelected(all.isSelected()));
            changed.run();
        });
        fold.putClientProperty("JButton.buttonType", "toolBarButton");
        fold.setFocusable(false);
        fold.setMargin(new Insets(2, 2, 2, 2));
        fold.addActionListener(e -> fold(grid.isVisible()));
        JPanel head = new JPanel(new BorderLayout(2, 0));
        head.setOpaque(false);
        head.add(fold, BorderLayout.WEST);
        head.add(all);
        head.add(count, BorderLayout.EAST);
        add(head, BorderLayout.NORTH);
        grid.setOpaque(false);
        grid.setBorder(BorderFactory.createEmptyBorder(0, 24, 2, 0));
        statistics.forEach(statistic -> grid.add(box(statistic, changed)));
        add(grid);
        fold(folded);
    }

    private void fold(boolean folded) {
        grid.setVisible(!folded);
        fold.setIcon(folded ? LineIcon.FOLDED : LineIcon.UNFOLDED);
        fold.getAccessibleContext().setAccessibleName((folded ? "Show " : "Hide ") + all.getText());
    }

    private JCheckBox box(Statistic statistic, Runnable changed) {
        String id = statistic.id();
        JCheckBox box = new JCheckBox(shortName(id));
        box.setName("parameters.statistic." + id);
        box.setOpaque(false);
        box.setToolTipText(id + ": " + statistic.description());
        box.addActionListener(e -> changed.run());
        boxes.put(id, box);
        return box;
    }

    private static String shortName(String id) {
        return id.replace("mode_", "")
                .replace("reference_interval_95", "95 % range")
                .replace('_', ' ')
                .replace("percentile", "perc.");
    }

    List<String> chosen() {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean has(String id) {
        return boxes.containsKey(id);
    }

    /** Shows a choice without telling. */
    void show(List<String> ids) {
        boxes.forEach((id, box) -> box.setSelected(ids.contains(id)));
        int chosen = chosen().size();
        boolean some = chosen > 0 && chosen < boxes.size();
        all.setSelected(chosen == boxes.size());
        all.putClientProperty("JButton.selectedState", some ? "indeterminate" : null);
        all.repaint();
        count.setText(chosen + " of " + boxes.size());
    }
}
