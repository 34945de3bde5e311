// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.event.ActionEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import org.openide.windows.WindowManager;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.ToolButton;

/** An action of the parameter editor. */
abstract class EditorAction extends AbstractAction implements ToolButton {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<ParametersPresenter> action;

    EditorAction(String name, LineIcon icon, Consumer<ParametersPresenter> action) {
        super(name, icon);
        this.action = action;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (WindowManager.getDefault().findTopComponent("ParametersTopComponent")
                instanceof ParametersTopComponent editor) {
            action.accept(editor.presenter());
        }
    }
}
