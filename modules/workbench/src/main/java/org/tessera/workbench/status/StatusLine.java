// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.status;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;
import org.tessera.workbench.ui.TaskPanel;

/** The status line: what is selected, what runs, how much is recorded. Event thread only. */
public final class StatusLine extends JPanel implements StatusPresenter.View {
    /** Where the platform looks for it: in the layer. */
    public static final String PATH = "Tessera/StatusLine.instance";

    private static final long serialVersionUID = 1L;
    private static final int LINE_HEIGHT = 24;

    private final TaskPanel task = new TaskPanel("status", 120);
    private final JLabel images = new SecondaryLabel(" ");
    private final JLabel runs = new SecondaryLabel(" ");

    /** Made by the platform. */
    public StatusLine() {
        super(new BorderLayout(24, 0));
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(0, 12, 0, 12)));
        images.setName("status.images");
        runs.setName("status.runs");
        JPanel middle = new JPanel(new BorderLayout());
        middle.setOpaque(false);
        middle.add(task, BorderLayout.EAST);
        add(images, BorderLayout.WEST);
        add(middle);
        add(runs, BorderLayout.EAST);
        Workbench workbench = WorkbenchService.workbench();
        StatusPresenter presenter = new StatusPresenter(workbench.session(), workbench.tasks(), this);
        task.onCancel(presenter::cancel);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, LINE_HEIGHT);
    }

    @Override
    public void showSelection(String selected, String recorded) {
        images.setText(selected);
        runs.setText(recorded);
    }

    @Override
    public void showTask(Task.@Nullable Progress progress) {
        task.show(progress);
    }
}
