// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import org.tessera.workbench.ui.LineIcon;

/** The ranges of a sweep: a field for each parameter that is swept, and a menu of those that could be. Event thread only. */
final class SweepPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int LABEL_WIDTH = 104;

    /** Takes a change of the ranges. */
    interface Listener {
        void changed(UnaryOperator<SweepRanges> change);
    }

    private final transient Listener listener;
    private final transient Map<SweepRange, JTextField> fields = new EnumMap<>(SweepRange.class);
    private final JPanel rows = new JPanel();
    private final JButton add = new JButton("Add a range", LineIcon.PLUS);

    SweepPanel(Listener listener) {
        super(new BorderLayout(0, 4));
        this.listener = listener;
        setOpaque(false);
        rows.setOpaque(false);
        rows.setLayout(new BoxLayout(rows, BoxLayout.Y_AXIS));
        add.setName("parameters.sweep.add");
        add.setToolTipText("Sweep over another parameter too");
        add.putClientProperty("JButton.buttonType", "toolBarButton");
        add.addActionListener(e -> menu().show(add, 0, add.getHeight()));
        JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
        left.setOpaque(false);
        left.add(add);
        add(rows);
        add(left, BorderLayout.SOUTH);
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        for (SweepRange range : SweepRange.values()) {
            if (!fields.containsKey(range)) {
                JMenuItem item = new JMenuItem(range.label());
                item.setName("parameters.sweep.add." + range.id());
                item.setToolTipText(range.help());
                item.addActionListener(e -> listener.changed(ranges -> ranges.with(range, range.example())));
                menu.add(item);
            }
        }
        return menu;
    }

    void show(ParametersState state) {
        if (!fields.keySet().equals(state.sweep().typed().keySet())) {
            fields.clear();
            rows.removeAll();
            state.sweep().typed().keySet().forEach(range -> rows.add(row(range)));
            add.setEnabled(fields.size() < SweepRange.values().length);
            revalidate();
            repaint();
        }
        state.sweep().typed().forEach((range, text) -> {
            JTextField field = Objects.requireNonNull(fields.get(range));
            TextChange.show(field, text);
            field.setEnabled(range != SweepRange.CLUSTERS
                    || state.algorithm().counts()
                    || fields.containsKey(SweepRange.ALGORITHM));
        });
    }

    private JPanel row(SweepRange range) {
        JTextField field = new JTextField();
        field.setName("parameters.sweep." + range.id());
        field.setToolTipText(range.help());
        field.putClientProperty("JTextField.placeholderText", range.example());
        TextChange.of(field, () -> listener.changed(ranges -> ranges.with(range, field.getText())));
        fields.put(range, field);
        JLabel label = new JLabel(range.label());
        label.setPreferredSize(new Dimension(LABEL_WIDTH, 24));
        label.setLabelFor(field);
        JButton remove = new JButton(LineIcon.CLOSE);
        remove.setName("parameters.sweep.remove." + range.id());
        remove.setToolTipText("Leave it as it is set");
        remove.getAccessibleContext().setAccessibleName("Do not sweep over " + range.label());
        remove.putClientProperty("JButton.buttonType", "toolBarButton");
        remove.setMargin(new Insets(1, 1, 1, 1));
        remove.setFocusable(false);
        remove.addActionListener(e -> listener.changed(ranges -> ranges.with(range, null)));
        JPanel row = new JPanel(new BorderLayout(4, 0));
        row.setOpaque(false);
        row.add(label, BorderLayout.WEST);
        row.add(field);
        row.add(remove, BorderLayout.EAST);
        row.setMaximumSize(new Dimension(Integer.MAX_VALUE, 28));
        row.setPreferredSize(new Dimension(100, 28));
        return row;
    }
}
