// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.Component;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import org.openide.util.actions.Presenter;

/** An action that stands in the toolbar as a button with its name. */
public interface ToolButton extends Action, Presenter.Toolbar {
    @Override
    default Component getToolbarPresenter() {
        JButton button = new JButton(this);
        Object name = getValue(Action.NAME);
        button.setName("toolbar." + String.valueOf(name).replace("…", ""));
        button.setHorizontalTextPosition(SwingConstants.TRAILING);
        button.setIconTextGap(6);
        button.setFocusable(false);
        return button;
    }
}
