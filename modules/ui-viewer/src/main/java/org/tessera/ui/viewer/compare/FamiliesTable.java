// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableColumn;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.SeriesNames;
import org.tessera.tracking.RunFamily;
import org.tessera.workbench.ui.PlainTable;

/**
 * The families of runs that are nearly the same: a line that is selected is pointed out, Enter or a double click chooses its runs.
 * Event thread only.
 */
final class FamiliesTable extends PlainTable {
    private static final long serialVersionUID = 1L;
    private static final Object[] HEADS = {"Family", "Runs", "Best", "All with", "Numbers"};
    private static final int[] LEAST = {50, 40, 42, 80, 62};
    private static final int[] WIDTHS = {54, 46, 46, 170, 80};

    private transient List<RunFamily> families = List.of();
    private transient Consumer<@Nullable RunFamily> pointing = family -> {};

    FamiliesTable() {
        super("compare.families");
        setRowSelectionAllowed(true);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        getTableHeader()
                .setToolTipText("<html>Runs whose partitions are nearly the same<br>"
                        + "Best: by silhouette in the clustered space; none where all are degenerate or have none<br>"
                        + "All with: parameters in which runs of other families differ and these do not");
    }

    /** Called with the family of the selected line; null where none is selected. */
    void onPoint(Consumer<@Nullable RunFamily> hears) {
        pointing = hears;
        getSelectionModel().addListSelectionListener(e -> pointing.accept(selected()));
    }

    void present(ComparePresenter presenter) {
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) {
                    choose(presenter);
                }
            }
        });
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "choose");
        getActionMap().put("choose", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                choose(presenter);
            }
        });
    }

    private void choose(ComparePresenter presenter) {
        RunFamily family = selected();
        if (family != null) {
            presenter.choose(family);
        }
    }

    private @Nullable RunFamily selected() {
        int row = getSelectedRow();
        return row < 0 || row >= families.size() ? null : families.get(row);
    }

    void show(List<RunFamily> other) {
        clearSelection();
        families = other;
        Object[][] cells = new Object[other.size()][];
        for (int i = 0; i < cells.length; i++) {
            RunFamily family = other.get(i);
            String shared = SeriesNames.words(family.shared());
            cells[i] = new Object[] {
                family.name(),
                family.runs().size(),
                family.bestNumber(),
                shared.isEmpty() ? "–" : shared,
                family.numbers()
            };
        }
        fill(cells, HEADS, column -> column == 1 || column == 2);
        for (int i = 0; i < WIDTHS.length; i++) {
            TableColumn column = getColumnModel().getColumn(i);
            column.setMinWidth(LEAST[i]);
            column.setPreferredWidth(WIDTHS[i]);
            column.setMaxWidth(i < 3 ? WIDTHS[i] : Integer.MAX_VALUE);
        }
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        int row = rowAtPoint(e.getPoint());
        if (row < 0 || row >= families.size()) {
            return null;
        }
        RunFamily family = families.get(row);
        String shared = SeriesNames.words(family.shared());
        return "<html><body width=320>Family " + family.name() + ": runs " + family.numbers()
                + family.best()
                        .map(run -> "<br>Best: run " + run.id())
                        .orElse("<br>Best: none, all are degenerate or have no silhouette")
                + (shared.isEmpty() ? "" : "<br>All with " + shared.replace("<", "&lt;"))
                + "<br>Enter or a double click chooses them";
    }
}
