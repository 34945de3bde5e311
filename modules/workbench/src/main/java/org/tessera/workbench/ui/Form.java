// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.GridBagConstraints;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;

/** Rows of label and field, one under the other. Event thread. */
public final class Form {
    /** Where {@link JLabel#setLabelFor} notes the label in its field. */
    private static final String LABELED_BY = "labeledBy";

    private static final int GAP = 4;
    private static final int MARGIN = 12;

    private final JPanel panel = new FittingPanel();
    private int row;

    /** An empty form. */
    public Form() {
        panel.setOpaque(false);
    }

    /** A label before a field. */
    public Form row(String label, JComponent field) {
        JLabel text = new JLabel(label);
        text.setLabelFor(field);
        panel.add(text, at(0, 1, 0));
        panel.add(field, at(1, 2, 1));
        row++;
        return this;
    }

    /** A label, a wide field and a narrow one that shows its value. */
    public Form row(String label, JComponent field, JComponent value) {
        JLabel text = new JLabel(label);
        text.setLabelFor(field);
        return row(text, field, value);
    }

    /** Something in a label's place, a wide field and a narrow one that shows its value. */
    public Form row(JComponent label, JComponent field, JComponent value) {
        panel.add(label, at(0, 1, 0));
        panel.add(field, at(1, 1, 1));
        panel.add(value, at(2, 1, 0));
        row++;
        return this;
    }

    /** Shows or hides a field of a row and its label. */
    public static void setVisible(JComponent field, boolean visible) {
        field.setVisible(visible);
        if (field.getClientProperty(LABELED_BY) instanceof JLabel label) {
            label.setVisible(visible);
        }
    }

    /** A component over the whole width. */
    public Form wide(JComponent component) {
        panel.add(component, at(0, 3, 1));
        row++;
        return this;
    }

    /** A heading with a line above. */
    public Form section(String title) {
        if (row > 0) {
            wide(new JSeparator());
        }
        return wide(new SecondaryLabel(title));
    }

    /** A heading with a line above, and a component at its right. */
    public Form section(String title, JComponent right) {
        section(title);
        row--;
        GridBagConstraints place = at(1, 2, 1);
        place.anchor = GridBagConstraints.EAST;
        place.fill = GridBagConstraints.NONE;
        panel.add(right, place, 0);
        row++;
        return this;
    }

    /** The form; what follows is pushed to the bottom. */
    public JPanel build() {
        GridBagConstraints rest = at(0, 3, 1);
        rest.weighty = 1;
        JPanel filler = new JPanel();
        filler.setOpaque(false);
        panel.add(filler, rest);
        return panel;
    }

    private GridBagConstraints at(int column, int width, double weight) {
        return new GridBagConstraints(
                column,
                row,
                width,
                1,
                weight,
                0,
                GridBagConstraints.CENTER,
                GridBagConstraints.HORIZONTAL,
                new Insets(GAP / 2, column == 0 ? MARGIN : GAP, GAP / 2, column + width == 3 ? MARGIN : GAP),
                0,
                0);
    }
}
