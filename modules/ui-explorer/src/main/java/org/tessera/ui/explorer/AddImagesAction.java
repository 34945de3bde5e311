// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.ToolButton;

/** Adds a folder of images to a project. */
@ActionID(category = "File", id = "org.tessera.ui.explorer.AddImagesAction")
@ActionRegistration(displayName = "Add images...", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraFile", position = 100),
    @ActionReference(path = "Toolbars/Tessera", position = 100),
    @ActionReference(path = "Shortcuts", name = "D-N")
})
public final class AddImagesAction extends AbstractAction implements ToolButton {
    private static final long serialVersionUID = 1L;

    private final transient Workbench workbench = WorkbenchService.workbench();

    /** Made by the platform. */
    public AddImagesAction() {
        super("Add images…", LineIcon.PLUS);
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        if (!workbench.isOpen()) {
            return;
        }
        AddImagesPanel panel = new AddImagesPanel(workbench.session().state());
        JButton add = new JButton("Add");
        add.setName("images.add");
        DialogDescriptor dialog = new DialogDescriptor(panel, "Add images");
        dialog.setOptions(new Object[] {add, DialogDescriptor.CANCEL_OPTION});
        panel.onValid(add::setEnabled);
        if (add.equals(DialogDisplayer.getDefault().notify(dialog))) {
            workbench.images().add(panel.sources(), panel.pattern(), panel.mosaic(), panel.project());
        }
    }
}
