// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.openide.windows.TopComponent;
import org.openide.windows.WindowManager;
import org.tessera.engine.task.ProblemException;
import org.tessera.report.ReportContents;
import org.tessera.store.RunRecord;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.ui.Ask;

/** What can be done with a line of the explorer. Event thread only. */
final class ExplorerMenu {
    private ExplorerMenu() {}

    /** The menu of a line; empty where nothing can be done. */
    static Optional<JPopupMenu> of(ExplorerNode node, ExplorerPresenter presenter) {
        JPopupMenu menu = new JPopupMenu();
        if (ExplorerPresenter.resumable(node)) {
            item(menu, "resume", "Resume the sweep", () -> presenter.resume(node));
        }
        presenter
                .reportable(node)
                .ifPresent(sweep -> item(menu, "report", "Report on the sweep…", () -> report(sweep, presenter)));
        presenter.folder(node).ifPresent(folder -> item(menu, "reveal", "Show the files", () -> open(folder)));
        if (node.kind() == ExplorerNode.Kind.RUN && !presenter.chosen().isEmpty()) {
            runs(menu, presenter.chosen(), presenter);
        }
        return menu.getComponentCount() == 0 ? Optional.empty() : Optional.of(menu);
    }

    private static void runs(JPopupMenu menu, List<RunRecord> runs, ExplorerPresenter presenter) {
        RunRecord first = runs.get(0);
        boolean one = runs.size() == 1;
        String which = one ? "run " + first.id() : runs.size() + " runs";
        boolean starred = runs.stream().allMatch(RunRecord::starred);
        if (one) {
            item(menu, "again", "Run again with changes", () -> front("ParametersTopComponent"));
            item(menu, "table", "Show in the table of runs", () -> front("RunsTopComponent"));
            menu.addSeparator();
        } else {
            item(menu, "compare", "Compare " + which, () -> front("CompareTopComponent"));
            menu.addSeparator();
        }
        item(menu, "star", starred ? "Remove star" : "Star", () -> presenter.star(!starred));
        if (one) {
            item(menu, "rename", "Rename…", () -> rename(first, presenter));
        }
        item(menu, "tag", "Tag…", () -> Ask.line("Tag " + which, "Tags, separated by commas:", "")
                .ifPresent(text -> presenter.tag(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList())));
        item(menu, "note", "Note…", () -> Ask.line("Note on " + which, "Note:", one ? first.note() : "")
                .ifPresent(presenter::note));
        item(menu, "move", "Move to experiment…", () -> Ask.line("Move " + which, "Experiment:", first.experiment())
                .ifPresent(presenter::move));
        if (one) {
            item(menu, "repeat", "Check stability", () -> presenter.repeat(first));
        } else {
            item(menu, "consensus", "Consensus of " + which, presenter::consensus);
        }
        menu.addSeparator();
        presenter
                .reportable()
                .ifPresent(contents ->
                        item(menu, "report", "Report on " + which + "…", () -> report(contents, presenter)));
        JMenu export = new JMenu("Export");
        export.setName("explorer.export");
        for (RunFile kind : RunFile.values()) {
            if (!kind.report() && (one || kind.several())) {
                item(export, "export." + kind.ending(), kind.label() + "…", () -> export(kind, runs, presenter));
            }
        }
        menu.add(export);
        menu.addSeparator();
        item(menu, "delete", one ? "Delete" : "Delete " + which, presenter::delete);
    }

    static void rename(RunRecord run, ExplorerPresenter presenter) {
        Ask.line("Rename run " + run.id(), "Name:", run.name()).ifPresent(text -> presenter.rename(run, text));
    }

    private static void export(RunFile kind, List<RunRecord> runs, ExplorerPresenter presenter) {
        String name = runs.size() == 1 ? "run-" + runs.get(0).id() : "runs";
        Ask.file(kind.label(), name, kind.ending()).ifPresent(file -> presenter.export(kind, file));
    }

    /** Asks what is wanted of a report, and where, and writes it. */
    static void report(ReportContents suggested, ExplorerPresenter presenter) {
        ReportPanel.ask(suggested).ifPresent(wanted -> Ask.file(
                        wanted.kind().label(), "report", wanted.kind().ending())
                .ifPresent(file -> presenter.export(wanted.kind(), wanted.contents(), file)));
    }

    private static void front(String window) {
        TopComponent found = WindowManager.getDefault().findTopComponent(window);
        if (found != null) {
            found.open();
            found.requestActive();
        }
    }

    /** Opens a file or folder in the program that the desktop has for it. */
    static void open(Path what) {
        try {
            Desktop.getDesktop().open(what.toFile());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            WorkbenchService.workbench()
                    .tell(new ProblemException(what + " cannot be shown from here; open it by hand.", e));
        }
    }

    private static void item(JComponent menu, String name, String text, Runnable action) {
        JMenuItem item = new JMenuItem(text);
        item.setName("explorer." + name);
        item.addActionListener(e -> action.run());
        menu.add(item);
    }
}
