// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Properties;
import org.netbeans.api.settings.ConvertAsProperties;
import org.openide.awt.ActionID;
import org.openide.awt.ActionReference;
import org.openide.awt.ActionReferences;
import org.openide.windows.TopComponent;
import org.tessera.engine.task.ProblemException;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.ViewWindow;

/** Wires the explorer into the window. */
@ConvertAsProperties(dtd = "-//org.tessera.ui.explorer//Explorer//EN", autostore = false)
@TopComponent.Description(preferredID = "ExplorerTopComponent", persistenceType = TopComponent.PERSISTENCE_ALWAYS)
@TopComponent.Registration(mode = "tesseraExplorer", openAtStartup = true, position = 10)
@ActionID(category = "Window", id = "org.tessera.ui.explorer.ExplorerTopComponent")
@ActionReferences({
    @ActionReference(path = "Menu/TesseraWindow", position = 100),
    @ActionReference(path = "Shortcuts", name = "D-1")
})
@TopComponent.OpenActionRegistration(displayName = "Explorer", preferredID = "ExplorerTopComponent")
public final class ExplorerTopComponent extends ViewWindow {
    private static final long serialVersionUID = 1L;

    private final transient ExplorerPresenter presenter;

    /** Made by the platform. */
    public ExplorerTopComponent() {
        super("Explorer", new Dimension(200, 240));
        ExplorerView view = new ExplorerView(List.of(new AddImagesAction(), new SampleAction()));
        presenter = new ExplorerPresenter(WorkbenchService.workbench(), view);
        view.present(presenter);
        add(view);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                view.widthChanged();
            }
        });
    }

    /** Asks for a report on what is chosen. */
    void report() {
        presenter
                .reportable()
                .ifPresentOrElse(
                        contents -> ExplorerMenu.report(contents, presenter), () -> WorkbenchService.workbench()
                                .tell(new ProblemException(
                                        "Choose runs, or a sweep, in the explorer to make a report on them.")));
    }

    void writeProperties(Properties properties) {
        properties.setProperty("version", "1");
    }

    void readProperties(Properties properties) {
        // nothing is kept
    }
}
