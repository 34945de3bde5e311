// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;

/** Asks the user for a line of text. Event thread only. */
public final class Ask {
    private Ask() {}

    /** What the user types in place of a text; empty if it is called off. */
    public static Optional<String> line(String title, String label, @Nullable String text) {
        NotifyDescriptor.InputLine line = new NotifyDescriptor.InputLine(label, title);
        line.setInputText(text == null ? "" : text);
        return DialogDisplayer.getDefault().notify(line) == NotifyDescriptor.OK_OPTION
                ? Optional.of(line.getInputText())
                : Optional.empty();
    }
}
