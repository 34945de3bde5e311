// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.util.List;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.modules.ModuleInstall;
import org.openide.windows.WindowManager;
import org.tessera.workbench.settings.LookAndFeel;
import org.tessera.workbench.status.StatusLine;
import org.tessera.workbench.task.Task;
import org.tessera.workbench.ui.Theme;

/** First of our code to run in the platform. */
public final class Installer extends ModuleInstall {
    private static final long serialVersionUID = 1L;

    @Override
    public void validate() {
        System.setProperty("netbeans.winsys.status_line.path", StatusLine.PATH);
        LookAndFeel.chooseDefault();
        Theme.install(LookAndFeel.isDarkChosen());
    }

    @Override
    public void restored() {
        WindowManager.getDefault().invokeWhenUIReady(WorkbenchService::start);
    }

    @Override
    public boolean closing() {
        List<Task> running = WorkbenchService.workbench().tasks().running();
        if (running.isEmpty()) {
            return true;
        }
        NotifyDescriptor question = new NotifyDescriptor.Confirmation(
                running.get(0).progress().name()
                        + " is not done yet. Stop it and exit? What has been recorded is kept.",
                "Exit",
                NotifyDescriptor.OK_CANCEL_OPTION);
        return DialogDisplayer.getDefault().notify(question) == NotifyDescriptor.OK_OPTION;
    }

    @Override
    public void close() {
        WorkbenchService.workbench().end();
    }
}
