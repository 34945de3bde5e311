// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.function.Consumer;
import org.openide.windows.TopComponent;

/** A window within the main window, with one view in it. Event thread only. */
public abstract class ViewWindow extends TopComponent {
    private static final long serialVersionUID = 1L;

    private transient Consumer<Boolean> seen = showing -> {};

    /**
     * An empty window.
     *
     * @param name on its tab
     * @param least its size, pixels
     */
    protected ViewWindow(String name, Dimension least) {
        setName(name);
        setDisplayName(name);
        setLayout(new BorderLayout());
        setMinimumSize(least);
    }

    /** Hears whether the window is seen: it may be behind others. */
    protected final void onShowing(Consumer<Boolean> listener) {
        seen = listener;
    }

    @Override
    protected final void componentShowing() {
        seen.accept(true);
    }

    @Override
    protected final void componentHidden() {
        seen.accept(false);
    }
}
