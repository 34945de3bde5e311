// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What has just been done to runs, and a button that takes it back; not there when there is nothing. Event thread only. */
public final class UndoBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String UNDO = "Undo";

    private final JLabel sentence = new JLabel();
    private final JButton undo = new JButton(UNDO);
    private transient Runnable takesBack = () -> {};
    private transient Runnable action = takesBack;

    /** @param name before the names of its parts, such as {@code runs} in {@code runs.notice} */
    public UndoBar(String name) {
        super(new BorderLayout(8, 0));
        sentence.setName(name + ".notice");
        undo.setName(name + ".undo");
        undo.addActionListener(e -> action.run());
        add(sentence);
        add(undo, BorderLayout.EAST);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(4, 12, 4, 8)));
        setVisible(false);
    }

    /** Who takes it back. */
    public void onUndo(Runnable listener) {
        takesBack = listener;
        action = listener;
    }

    /** What has come of something that cannot be taken back. */
    public void tell(String outcome) {
        show(outcome);
        undo.setVisible(false);
    }

    /** The same with something that can be done about it, in place of taking it back. */
    public void offer(String outcome, String label, Runnable what) {
        show(outcome);
        undo.setText(label);
        action = what;
    }

    /** What has been done; empty for nothing. */
    public void show(String done) {
        undo.setText(UNDO);
        undo.setVisible(true);
        action = takesBack;
        sentence.setText(done);
        sentence.setToolTipText(done.isEmpty() ? null : done);
        setVisible(!done.isEmpty());
        revalidate();
    }
}
