// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;

/** The head of the parameter editor: undo, redo, and whether the windows follow. Event thread only. */
final class LiveBar extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JButton undo = button("undo", LineIcon.UNDO, "Undo the last change of parameters (Ctrl+Z)");
    private final JButton redo = button("redo", LineIcon.REDO, "Redo the change that was undone (Ctrl+Y)");
    private final JCheckBox live = new JCheckBox("Live");

    LiveBar() {
        super(new BorderLayout());
        live.setName("parameters.live");
        live.setToolTipText("Heatmap, scores and plots follow every change; nothing is recorded until Record (Ctrl+L)");
        live.setOpaque(false);
        JPanel steps = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
        steps.add(undo);
        steps.add(redo);
        add(steps, BorderLayout.WEST);
        live.setBorder(BorderFactory.createEmptyBorder(0, 0, 0, 12));
        add(live, BorderLayout.EAST);
        setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()));
    }

    private static JButton button(String name, LineIcon icon, String tip) {
        JButton button = new JButton(icon);
        button.setName("parameters." + name);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(tip);
        button.setFocusable(false);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        return button;
    }

    void present(ParametersPresenter presenter) {
        undo.addActionListener(e -> presenter.undo());
        redo.addActionListener(e -> presenter.redo());
        live.addActionListener(e -> presenter.setLive(live.isSelected()));
    }

    void show(boolean follows, boolean canUndo, boolean canRedo) {
        live.setSelected(follows);
        undo.setEnabled(canUndo);
        redo.setEnabled(canRedo);
    }
}
