// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JScrollPane;
import org.openide.awt.Actions;
import org.tessera.store.RunRecord;
import org.tessera.workbench.ui.Ask;

/** The menus of the run table. Event thread only. */
final class TableMenus {
    private static final int COLUMNS_HEIGHT = 360;
    private static final List<String> GROUPS =
            List.of("sweep", "experiment", "image_set", "algorithm", "grid", "clusters", "tags", "starred");
    private static final Set<String> NEVER_GROUPS = Set.of("id", "started", "note", Column.SIZES);

    private TableMenus() {}

    /** Which columns are shown, of all that the runs have. */
    static JPopupMenu columns(RunTablePresenter presenter) {
        JPanel boxes = new JPanel();
        boxes.setLayout(new BoxLayout(boxes, BoxLayout.Y_AXIS));
        List<Column> shown = presenter.columns();
        for (Column column : presenter.allColumns()) {
            JCheckBox box = new JCheckBox(
                    column.field().equals("starred") ? "★ starred" : column.title(), shown.contains(column));
            box.setName("runs.column." + column.field());
            box.addActionListener(e -> presenter.showColumn(column, box.isSelected()));
            boxes.add(box);
        }
        JScrollPane scroll = new JScrollPane(boxes);
        scroll.setBorder(null);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        Dimension wanted = scroll.getPreferredSize();
        scroll.setPreferredSize(new Dimension(wanted.width + 16, Math.min(COLUMNS_HEIGHT, wanted.height)));
        JPopupMenu menu = new JPopupMenu();
        menu.add(scroll);
        return menu;
    }

    /** By what runs are grouped: nothing, their sweep, or any field that is no number of its own for every run. */
    static JPopupMenu groups(RunTablePresenter presenter) {
        JPopupMenu menu = new JPopupMenu();
        group(menu, presenter, "", "No groups");
        menu.addSeparator();
        GROUPS.forEach(field -> group(menu, presenter, field, Column.of(field).title()));
        JMenu more = new JMenu("More");
        more.setName("runs.group.more");
        presenter.allColumns().stream()
                .filter(column -> column.score().isEmpty()
                        && !GROUPS.contains(column.field())
                        && !NEVER_GROUPS.contains(column.field()))
                .forEach(column -> group(more, presenter, column.field(), column.title()));
        if (more.getItemCount() > 0) {
            menu.add(more);
        }
        return menu;
    }

    private static void group(JComponent menu, RunTablePresenter presenter, String field, String title) {
        JRadioButtonMenuItem item =
                new JRadioButtonMenuItem(title, presenter.groupedBy().equals(field));
        item.setName("runs.group." + field);
        item.addActionListener(e -> presenter.groupBy(field));
        menu.add(item);
    }

    /** The saved queries, to use one, save what is typed, or delete one. */
    static JPopupMenu queries(
            RunTablePresenter presenter, Map<String, String> queries, String typed, Consumer<String> use) {
        JPopupMenu menu = new JPopupMenu();
        queries.forEach((name, expression) -> {
            JMenuItem item = item(menu, "runs.query." + name, name, () -> use.accept(expression));
            item.setToolTipText(expression);
        });
        if (!queries.isEmpty()) {
            menu.addSeparator();
        }
        JMenuItem save = item(menu, "runs.save", "Save this query…", () -> Ask.line("Save this query", "Its name:", "")
                .ifPresent(presenter::saveQuery));
        save.setEnabled(!typed.isBlank());
        if (!queries.isEmpty()) {
            JMenu delete = new JMenu("Delete");
            queries.keySet().forEach(name -> {
                JMenuItem item = new JMenuItem(name);
                item.addActionListener(e -> presenter.deleteQuery(name));
                delete.add(item);
            });
            menu.add(delete);
        }
        return menu;
    }

    /** What can be done with the selected runs. */
    static JPopupMenu runs(RunTablePresenter presenter, RunRecord run, Runnable copy) {
        int count = presenter.selected().size();
        JPopupMenu menu = new JPopupMenu();
        item(
                menu,
                "runs.baseline",
                "Compare with run " + run.id() + " (baseline)",
                () -> presenter.setBaseline(run.id()));
        menu.addSeparator();
        item(menu, "runs.star", run.starred() ? "Remove star" : "Star", () -> presenter.starSelected(!run.starred()));
        item(menu, "runs.tag", "Tag…", () -> Ask.line("Tag " + runs(count), "Tags, separated by commas:", "")
                .ifPresent(text -> presenter.tagSelected(Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList())));
        item(menu, "runs.rename", "Rename…", () -> Ask.line("Rename " + runs(count), "Name:", run.name())
                .ifPresent(presenter::renameSelected));
        item(menu, "runs.note", "Note…", () -> Ask.line("Note on " + runs(count), "Note:", run.note())
                .ifPresent(presenter::noteSelected));
        menu.addSeparator();
        item(menu, "runs.copy", "Copy as CSV", copy);
        Action report = Actions.forID("Run", "org.tessera.ui.explorer.ReportAction");
        item(
                menu,
                "runs.report",
                "Report on " + runs(count) + "…",
                () -> report.actionPerformed(new ActionEvent(menu, ActionEvent.ACTION_PERFORMED, "report")));
        item(menu, "runs.delete", "Delete " + runs(count), presenter::deleteSelected);
        return menu;
    }

    private static String runs(int count) {
        return count == 1 ? "the run" : count + " runs";
    }

    private static JMenuItem item(JPopupMenu menu, String name, String text, Runnable action) {
        JMenuItem item = new JMenuItem(text);
        item.setName(name);
        item.addActionListener(e -> action.run());
        menu.add(item);
        return item;
    }
}
