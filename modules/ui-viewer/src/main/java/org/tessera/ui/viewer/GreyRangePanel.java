// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Insets;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.GreyRange;
import org.tessera.ui.viewer.mosaic.Pyramid;

/** Which grey values are shown black and white, one range for the whole mosaic. Event thread only. */
final class GreyRangePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<@Nullable GreyRange> listener;
    private final GreyHistogram histogram;
    private final JTextField black = field("viewer.range.black", "Grey value shown black");
    private final JTextField white = field("viewer.range.white", "Grey value shown white");
    private final JButton auto = new JButton("Auto");
    private transient @Nullable Pyramid shown;
    private transient GreyRange range = new GreyRange(0, GreyRange.MOST);

    /** @param listener told the range that is wanted; null for the one that suits the mosaic */
    GreyRangePanel(Consumer<@Nullable GreyRange> listener) {
        super(new BorderLayout(0, 4));
        this.listener = listener;
        this.histogram = new GreyHistogram(listener);
        setOpaque(false);
        auto.setName("viewer.range.auto");
        auto.setToolTipText("Clip 0.2 % of the pixels at either end");
        auto.setMargin(new Insets(2, 6, 2, 6));
        auto.addActionListener(e -> listener.accept(null));
        JPanel numbers = new JPanel();
        numbers.setLayout(new BoxLayout(numbers, BoxLayout.X_AXIS));
        numbers.setOpaque(false);
        numbers.add(black);
        numbers.add(new JLabel(" to "));
        numbers.add(white);
        numbers.add(new JLabel(" "));
        numbers.add(auto);
        add(histogram);
        add(numbers, BorderLayout.SOUTH);
    }

    private JTextField field(String name, String tip) {
        JTextField field = new JTextField();
        field.setName(name);
        field.setToolTipText(tip);
        field.getAccessibleContext().setAccessibleName(tip);
        field.setHorizontalAlignment(JTextField.RIGHT);
        field.setPreferredSize(new Dimension(48, 24));
        field.setMinimumSize(new Dimension(36, 24));
        field.addActionListener(e -> typed());
        return field;
    }

    private void typed() {
        int low = number(black, range.black());
        int high = number(white, range.white());
        if (low < high) {
            listener.accept(GreyRange.clamped(low, high));
        }
        show(range);
    }

    private static int number(JTextField field, int otherwise) {
        try {
            return Integer.parseInt(field.getText().replaceAll("[ ,.]", ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    void show(ViewerState state) {
        Pyramid mosaic = state.mosaic();
        setVisible(mosaic != null);
        if (mosaic != null && !(mosaic == shown && state.range().equals(range))) {
            shown = mosaic;
            histogram.show(mosaic.histogram(), state.range());
            auto.setEnabled(!state.range().equals(mosaic.range()));
            show(state.range());
        }
    }

    private void show(GreyRange shown) {
        range = shown;
        set(black, shown.black());
        set(white, shown.white());
    }

    private static void set(JTextField field, int value) {
        String text = String.format(Locale.ROOT, "%d", value);
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
