// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import org.jspecify.annotations.Nullable;
import org.tessera.workbench.task.Task;

/** How far a task is, with a button that cancels it; invisible while there is none. Event thread. */
public final class TaskPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private final JLabel text = new SecondaryLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final JButton hold = new JButton(LineIcon.PAUSE);
    private transient Runnable cancel = () -> {};
    private transient Runnable pause = () -> {};

    /**
     * A panel with no task.
     *
     * @param name prefix of the names of its parts
     * @param barWidth of the bar, in pixels; the words have the rest
     */
    public TaskPanel(String name, int barWidth) {
        super(new BorderLayout(8, 0));
        setOpaque(false);
        text.setName(name + ".progress");
        button(hold, name + ".pause", "Pause; it can be resumed at any time", "Pause");
        hold.addActionListener(e -> pause.run());
        hold.setVisible(false);
        JButton stop = new JButton(LineIcon.CLOSE);
        button(stop, name + ".cancel", "Cancel; what has been recorded is kept", "Cancel");
        stop.addActionListener(e -> cancel.run());
        bar.setPreferredSize(new Dimension(barWidth, 4));
        JPanel middle = new JPanel(new BorderLayout());
        middle.setOpaque(false);
        middle.setBorder(BorderFactory.createEmptyBorder(6, 0, 6, 0));
        middle.add(bar);
        add(text);
        JPanel right = new JPanel(new BorderLayout(4, 0));
        right.setOpaque(false);
        right.add(middle);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 2, 0));
        buttons.setOpaque(false);
        buttons.add(hold);
        buttons.add(stop);
        right.add(buttons, BorderLayout.EAST);
        add(right, BorderLayout.EAST);
        setVisible(false);
    }

    private static void button(JButton button, String name, String tip, String accessibleName) {
        button.setName(name);
        button.setToolTipText(tip);
        button.getAccessibleContext().setAccessibleName(accessibleName);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.setMargin(new Insets(1, 1, 1, 1));
        button.setFocusable(false);
    }

    /** Who is told that the user wants it to pause; only then can it be paused. */
    public void onPause(Runnable listener) {
        pause = listener;
    }

    /** Whether it can be paused. */
    public void setPausable(boolean pausable) {
        hold.setVisible(pausable);
    }

    /** Who is told that the user wants it to stop. */
    public void onCancel(Runnable listener) {
        cancel = listener;
    }

    /** Shows how far it is, or nothing. */
    public void show(Task.@Nullable Progress now) {
        setVisible(now != null);
        if (now != null) {
            bar.setValue((int) Math.round(1000 * now.fraction()));
            String left =
                    now.secondsLeft().isPresent() ? ", " + now.secondsLeft().getAsLong() + " s left" : "";
            text.setText(now.name() + (now.what().isEmpty() ? "" : ": " + now.what()) + left);
            text.setToolTipText(text.getText());
        }
    }
}
