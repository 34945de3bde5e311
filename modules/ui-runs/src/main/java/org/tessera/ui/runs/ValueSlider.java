// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.IntFunction;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import org.tessera.workbench.ui.Form;

/** A slider and a field that are one value. Event thread only. */
final class ValueSlider {
    /** Hears what the user chose. */
    interface Listener {
        /** A value of the slider; whether it is still held. */
        void moved(int value, boolean held);

        /** A text typed into the field. */
        void typed(String text);
    }

    private static final int FIELD_WIDTH = 58;

    private final JSlider slider;
    private final JTextField field = new JTextField();
    private final IntFunction<String> text;
    private boolean telling = true;
    private boolean typing;

    ValueSlider(String name, int least, int most, IntFunction<String> text, Listener listener) {
        this.text = text;
        this.slider = new JSlider(least, most, least);
        slider.setName("parameters." + name);
        slider.setOpaque(false);
        slider.setPreferredSize(new Dimension(90, 24));
        slider.setMinimumSize(new Dimension(60, 24));
        field.setName("parameters." + name + ".field");
        field.setHorizontalAlignment(SwingConstants.RIGHT);
        field.setPreferredSize(new Dimension(FIELD_WIDTH, 24));
        field.setMinimumSize(field.getPreferredSize());
        slider.addChangeListener(e -> {
            if (telling) {
                typing = false;
                listener.moved(slider.getValue(), slider.getValueIsAdjusting());
            }
        });
        TextChange.of(field, () -> typing = telling && field.hasFocus());
        field.addActionListener(e -> typed(listener));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                typed(listener);
            }
        });
    }

    private void typed(Listener listener) {
        if (typing) {
            typing = false;
            listener.typed(field.getText());
        }
    }

    JSlider slider() {
        return slider;
    }

    JTextField field() {
        return field;
    }

    /** Shows a value without telling. */
    void show(int value) {
        show(value, text.apply(value));
    }

    /** Shows a value and another text for it without telling. */
    void show(int value, String shown) {
        telling = false;
        try {
            slider.setValue(value);
            if (!typing && !field.getText().equals(shown)) {
                field.setText(shown);
            }
        } finally {
            telling = true;
        }
    }

    void setMost(int most) {
        telling = false;
        try {
            slider.setMaximum(most);
        } finally {
            telling = true;
        }
    }

    /** Shows or hides both, and the label before them. */
    void setVisible(boolean visible) {
        Form.setVisible(slider, visible);
        field.setVisible(visible);
    }

    void setEnabled(boolean enabled) {
        slider.setEnabled(enabled);
        field.setEnabled(enabled);
    }
}
