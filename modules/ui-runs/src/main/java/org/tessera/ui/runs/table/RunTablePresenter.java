// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.store.StoreSnapshot;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** The runs of the project that is selected, as asked for: matched and sorted in the background. */
final class RunTablePresenter {
    /** Shows the table. */
    interface View {
        /** Other lines or columns. */
        void show(Lines lines, List<Column> columns, TableQuery query);

        /** What is wrong with the condition, or empty. */
        void showError(String sentence);

        /** Selects the lines of runs without telling. */
        void select(Set<Long> runs);

        /** The saved queries, name to condition. */
        void showQueries(Map<String, String> queries);

        /** What has just been changed and can be undone; empty for nothing. */
        void showNotice(String sentence);
    }

    private final Workbench workbench;
    private final View view;
    private final Newest<Asked> newest;
    private List<RunRecord> runs = List.of();
    private List<Column> columns = Column.DEFAULT.stream().map(Column::of).toList();
    private TableQuery query = TableQuery.ALL;
    private Lines lines = Lines.NONE;
    private Set<Long> selected = Set.of();

    private record Asked(TableQuery query, Lines lines) {}

    RunTablePresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        this.newest = new Newest<>(workbench.tasks(), "Matching runs", this::matched);
        workbench.session().addListener(this::changed);
        workbench.changes().addListener(view::showNotice);
    }

    private void changed(SessionState before, SessionState after) {
        if (before.opening() != after.opening()) {
            query = TableQuery.ALL;
            readQueries();
        }
        if (!before.snapshot().equals(after.snapshot())
                || !Objects.equals(before.imageSet(), after.imageSet())
                || before.opening() != after.opening()) {
            runs = ofProject(after);
            refresh();
        }
        if (!before.chosen().equals(after.chosen()) && !selected.equals(after.chosen())) {
            selected = after.chosen();
            view.select(selected);
        }
    }

    private static List<RunRecord> ofProject(SessionState state) {
        String project = state.selectedImageSet()
                .map(StoreSnapshot.ImageSetEntry::project)
                .orElse("");
        List<RunRecord> all = state.snapshot().runs();
        return all.stream().allMatch(run -> run.project().equals(project))
                ? all
                : all.stream().filter(run -> run.project().equals(project)).toList();
    }

    private void refresh() {
        TableQuery asked = query;
        List<RunRecord> of = runs;
        newest.request(monitor -> new Asked(asked, Lines.of(of, asked)));
    }

    private void matched(Outcome<Asked> outcome) {
        if (outcome instanceof Outcome.Done<Asked> done) {
            lines = done.result().lines;
            view.showError("");
            view.show(lines, columns, query);
            view.select(selected);
        } else if (outcome instanceof Outcome.Failed<Asked> failed) {
            view.showError(failed.message());
        }
    }

    private void ask(TableQuery other) {
        if (!other.equals(query)) {
            query = other;
            refresh();
        }
    }

    /** The user types a condition. */
    void setCondition(String text) {
        ask(query.withCondition(text));
    }

    /** The user clicks the head of a column; {@code more}: beside what is sorted by. */
    void sort(Column column, boolean more) {
        if (!column.field().equals(Column.SIZES)) {
            boolean bestFirst = column.score()
                    .map(score -> score.metric().higherIsBetter())
                    .orElse(column.field().equals("starred"));
            ask(query.sortedBy(column.field(), more, bestFirst));
        }
    }

    /** The user wants runs with the same value of a field together; empty: no groups. */
    void groupBy(String field) {
        ask(query.groupedBy(field));
    }

    /** By which field runs are grouped; empty for none. */
    String groupedBy() {
        return query.groupBy();
    }

    /** The user folds or unfolds a group. */
    void turn(String group) {
        ask(query.turned(group));
    }

    /** The user wants others compared with a run, or with none if it is the one already. */
    void setBaseline(long run) {
        Long now = query.baseline();
        ask(query.withBaseline(now != null && now == run ? null : (Long) run));
    }

    /** The user shows a column or hides it. */
    void showColumn(Column column, boolean shown) {
        List<String> order = Column.all(runs).stream().map(Column::field).toList();
        Set<String> fields = columns.stream().map(Column::field).collect(Collectors.toSet());
        if (shown) {
            fields.add(column.field());
        } else {
            fields.remove(column.field());
        }
        columns = Stream.concat(Column.DEFAULT.stream(), order.stream())
                .distinct()
                .filter(fields::contains)
                .map(Column::of)
                .toList();
        view.show(lines, columns, query);
        view.select(selected);
    }

    /** Every column there is, and which are shown. */
    List<Column> allColumns() {
        return Column.all(runs);
    }

    List<Column> columns() {
        return columns;
    }

    /** The fields that a condition may name. */
    Set<String> fields() {
        return RunFields.names(runs);
    }

    /** The user has selected lines; they are chosen in all windows. */
    void select(Set<Long> chosen) {
        selected = Set.copyOf(chosen);
        if (!selected.isEmpty()) {
            workbench.session().chooseRuns(selected, Collections.min(selected));
        }
    }

    /** The runs that are selected, ascending. */
    List<Long> selected() {
        return selected.stream().sorted().toList();
    }

    /** The user stars a run, or takes its star. */
    void star(RunRecord run) {
        workbench.changes().star(List.of(run.id()), !run.starred());
    }

    void starSelected(boolean starred) {
        workbench.changes().star(selected(), starred);
    }

    void tagSelected(List<String> tags) {
        workbench.changes().tag(selected(), tags);
    }

    void deleteSelected() {
        workbench.changes().delete(selected());
    }

    void renameSelected(String name) {
        workbench.changes().rename(selected(), name);
    }

    void noteSelected(String note) {
        workbench.changes().note(selected(), note);
    }

    void undo() {
        workbench.changes().undo();
    }

    private void readQueries() {
        workbench.changes().queries(view::showQueries);
    }

    /** Saves the condition that is typed under a name. */
    void saveQuery(String name) {
        if (!name.isBlank() && !query.condition().isBlank()) {
            workbench.changes().saveQuery(name.strip(), query.condition());
            readQueries();
        }
    }

    void deleteQuery(String name) {
        workbench.changes().deleteQuery(name);
        readQueries();
    }

    /** The selected runs, or all that match if none or one is selected, with the columns shown, as CSV. */
    String csv() {
        List<RunRecord> chosen = lines.lines().stream()
                .filter(Lines.Run.class::isInstance)
                .map(line -> ((Lines.Run) line).run())
                .filter(run -> selected.size() < 2 || selected.contains(run.id()))
                .toList();
        return TableText.csv(columns, chosen);
    }
}
