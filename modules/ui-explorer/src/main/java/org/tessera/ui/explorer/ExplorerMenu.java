// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.Arrays;
import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.tessera.store.RunRecord;
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
        presenter.run(node).ifPresent(run -> runs(menu, run, presenter));
        return menu.getComponentCount() == 0 ? Optional.empty() : Optional.of(menu);
    }

    private static void runs(JPopupMenu menu, RunRecord run, ExplorerPresenter presenter) {
        item(menu, "star", run.starred() ? "Remove star" : "Star", () -> presenter.star(run));
        item(menu, "rename", "Rename…", () -> rename(run, presenter));
        item(menu, "tag", "Tag…", () -> Ask.line("Tag run " + run.id(), "Tags, separated by commas:", "")
                .ifPresent(text -> presenter.tag(
                        run,
                        Arrays.stream(text.split(","))
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .toList())));
        item(menu, "note", "Note…", () -> Ask.line("Note on run " + run.id(), "Note:", run.note())
                .ifPresent(text -> presenter.note(run, text)));
        item(menu, "move", "Move to experiment…", () -> Ask.line(
                        "Move run " + run.id(), "Experiment:", run.experiment())
                .ifPresent(text -> presenter.move(run.id(), text)));
        menu.addSeparator();
        item(menu, "delete", "Delete", () -> presenter.delete(run));
    }

    static void rename(RunRecord run, ExplorerPresenter presenter) {
        Ask.line("Rename run " + run.id(), "Name:", run.name()).ifPresent(text -> presenter.rename(run, text));
    }

    private static void item(JPopupMenu menu, String name, String text, Runnable action) {
        JMenuItem item = new JMenuItem(text);
        item.setName("explorer." + name);
        item.addActionListener(e -> action.run());
        menu.add(item);
    }
}
