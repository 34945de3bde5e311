// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.awt.ActionRegistration;
import org.openide.windows.WindowManager;
import org.tessera.store.StoreException;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.ToolButton;

/** Opens another store, such as the demo's. */
@ActionID(category = "File", id = "org.tessera.ui.explorer.OpenStoreAction")
@ActionRegistration(displayName = "Open...", lazy = false)
@ActionReferences({
    @ActionReference(path = "Menu/TesseraFile", position = 200),
    @ActionReference(path = "Toolbars/Tessera", position = 200),
    @ActionReference(path = "Shortcuts", name = "D-O")
})
public final class OpenStoreAction extends AbstractAction implements ToolButton {
    private static final long serialVersionUID = 1L;

    private final transient Workbench workbench = WorkbenchService.workbench();

    /** Made by the platform. */
    public OpenStoreAction() {
        super("Open…", LineIcon.OPEN);
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("Store");
        chooser.setFileFilter(new FileNameExtensionFilter("Tessera stores (*.mv.db)", "db"));
        if (chooser.showOpenDialog(WindowManager.getDefault().getMainWindow()) == JFileChooser.APPROVE_OPTION) {
            try {
                workbench.open(StoreLocation.parse(chooser.getSelectedFile().toString()));
            } catch (StoreException e) {
                workbench.tell(e);
            }
        }
    }
}
