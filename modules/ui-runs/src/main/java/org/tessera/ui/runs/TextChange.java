// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Hears what is typed into a field, and shows text there without disturbing who types. */
final class TextChange {
    private static final String SHOWING = "tessera.showing";

    private TextChange() {}

    static void of(JTextField field, Runnable listener) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            private void tell() {
                if (field.getClientProperty(SHOWING) == null) {
                    listener.run();
                }
            }

            @Override
            public void insertUpdate(DocumentEvent e) {
                tell();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                tell();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                tell();
            }
        });
    }

    static void show(JTextField field, String text) {
        if (!field.hasFocus() && !field.getText().equals(text)) {
            field.putClientProperty(SHOWING, true);
            field.setText(text);
            field.putClientProperty(SHOWING, null);
        }
    }
}
