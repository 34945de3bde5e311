// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;
import org.tessera.workbench.ui.TaskPanel;

/** The foot of the parameter editor: what the parameters would make, what runs, and the buttons. Event thread only. */
final class RecordPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel plan = new SecondaryLabel(" ");
    private final JLabel note = new SecondaryLabel(" ");
    private final JButton run = new JButton("Record");
    private final JButton sweep = new JButton("Sweep");
    private final JButton open = new JButton();
    private final JButton resume = new JButton();
    private final JPanel buttons = new JPanel(new GridLayout(1, 0, 8, 0));
    private final TaskPanel task = new TaskPanel("parameters", 60);
    private boolean ready;
    private boolean running;
    private boolean images;
    private boolean known;
    private boolean paused;

    RecordPanel() {
        super(new BorderLayout(0, 8));
        run.setName("parameters.run");
        sweep.setName("parameters.sweep");
        open.setName("parameters.open");
        resume.setName("parameters.resume");
        note.setName("parameters.note");
        plan.setName("parameters.plan");
        buttons.add(sweep);
        buttons.add(run);
        JPanel texts = new JPanel();
        texts.setLayout(new BoxLayout(texts, BoxLayout.Y_AXIS));
        for (JLabel label : new JLabel[] {plan, note}) {
            label.setAlignmentX(JComponent.LEFT_ALIGNMENT);
            texts.add(label);
        }
        task.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        texts.add(task);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(8, 12, 12, 12)));
        add(texts);
        add(buttons, BorderLayout.SOUTH);
    }

    void present(ParametersPresenter presenter) {
        run.addActionListener(e -> presenter.run());
        sweep.addActionListener(e -> presenter.sweep());
        open.addActionListener(e -> presenter.openIdentical());
        resume.addActionListener(e -> presenter.recording().resume());
        task.onPause(presenter.recording()::pause);
        task.onCancel(presenter.recording()::cancel);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        getRootPane().setDefaultButton(run);
    }

    void showImages(boolean there) {
        images = there;
        enableButtons();
    }

    void showPlan(String sentence, boolean possible) {
        ready = possible;
        plan.setText(possible ? "Sweep: " + sentence : html(sentence));
        plan.setForeground(possible ? Colours.SECONDARY.get() : Colours.WARNING.get());
        enableButtons();
    }

    /** @param pausable whether it is a sweep */
    void showTask(Task.@Nullable Progress now, boolean pausable) {
        running = now != null;
        task.setPausable(pausable);
        task.show(now);
        enableButtons();
    }

    /** A sweep that is paused, or null: it can be resumed from here. */
    void showPaused(@Nullable Long sweepNumber) {
        paused = sweepNumber != null;
        resume.setText("Resume sweep " + sweepNumber);
        arrange();
    }

    /** Beside the button that records stands what else is to be done now. */
    private void arrange() {
        buttons.remove(0);
        buttons.add(known ? open : paused ? resume : sweep, 0);
        buttons.revalidate();
        buttons.repaint();
    }

    void showNote(String sentence) {
        note.setText(sentence.isEmpty() ? " " : html(sentence));
    }

    /** The recorded run that was asked the same, before the button is pressed; null for none. */
    void showIdentical(@Nullable RunRecord identical) {
        known = identical != null;
        arrange();
        run.setText(identical == null ? "Record" : "Record anyway");
        if (identical != null) {
            open.setText("Open run " + identical.id());
            showNote("Identical to run " + identical.id() + " from " + identical.experiment() + ".");
        }
    }

    private static String html(String sentence) {
        return "<html>" + sentence.replace("<", "&lt;");
    }

    private void enableButtons() {
        run.setEnabled(!running && images);
        open.setEnabled(!running);
        resume.setEnabled(!running);
        sweep.setEnabled(!running && ready);
    }
}
