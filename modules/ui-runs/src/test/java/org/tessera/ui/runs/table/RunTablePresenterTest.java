// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.ui.testing.Bench;

class RunTablePresenterTest {
    @TempDir
    Path folder;

    private final Screen screen = new Screen();
    private Bench bench;
    private RunTablePresenter presenter;

    /** What would be on the screen. */
    private static final class Screen implements RunTablePresenter.View {
        Lines lines = Lines.NONE;
        List<Column> columns = List.of();
        String error = "";
        Set<Long> selected = Set.of();
        Map<String, String> queries = Map.of();
        String notice = "";

        @Override
        public void show(Lines shown, List<Column> with, TableQuery asked) {
            lines = shown;
            columns = with;
        }

        @Override
        public void showError(String sentence) {
            error = sentence;
        }

        @Override
        public void select(Set<Long> runs) {
            selected = runs;
        }

        @Override
        public void showQueries(Map<String, String> all) {
            queries = all;
        }

        @Override
        public void showNotice(String sentence) {
            notice = sentence;
        }

        /** Numbers of runs, headings of groups, a star before the baseline. */
        List<String> texts() {
            return lines.lines().stream()
                    .map(line -> line instanceof Lines.Group group
                            ? group.title() + (group.folded() ? " +" : "")
                            : (((Lines.Run) line).isBaseline() ? "*" : "")
                                    + ((Lines.Run) line).run().id())
                    .toList();
        }
    }

    /** Run 1, a sweep of runs 2 to 4, run 5. */
    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2).withRun(6, 2);
        bench.withSweep(List.of(4, 6, 8), 3).withRun(4, 4);
        presenter = new RunTablePresenter(bench.workbench(), screen);
        bench.settle();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void ask(String condition) {
        presenter.setCondition(condition);
        bench.settle();
    }

    private void sort(String field, boolean more) {
        presenter.sort(Column.of(field), more);
        bench.settle();
    }

    private RunRecord run(long id) {
        return bench.state().snapshot().run(id).orElseThrow();
    }

    @Test
    void allRunsOfTheProjectAreThereAndTheSelectedOneIsSelected() {
        assertThat(screen.texts()).containsExactly("1", "2", "3", "4", "5");
        assertThat(screen.selected).containsExactly(5L);
        assertThat(screen.lines.total()).isEqualTo(5);
    }

    @Test
    void aRunThatIsRecordedAppears() {
        bench.withRun(8, 2);

        assertThat(screen.texts()).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(screen.selected).containsExactly(6L);
    }

    @Test
    void aConditionKeepsTheRunsThatFulfilIt() {
        ask("clusters = 3 and grid > 4x4");

        assertThat(screen.texts()).containsExactly("3", "4");
        assertThat(screen.lines.matching()).isEqualTo(2);
        assertThat(screen.lines.total()).isEqualTo(5);
        ask("clusters = 99");
        assertThat(screen.texts()).isEmpty();
    }

    @Test
    void aWrongConditionIsSaidAndTheLinesStay() {
        ask("clusters = 3");
        ask("clusters = thre");

        assertThat(screen.error).contains("column 12", "clusters is a number");
        assertThat(screen.texts()).containsExactly("2", "3", "4");
        ask("clusters = 2");
        assertThat(screen.error).isEmpty();
        assertThat(screen.texts()).containsExactly("1");
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aClickOnAScoreSortsItsBestFirstThenLastThenNoMore() {
        sort("davies_bouldin", false);
        List<RunRecord> best = screen.lines.lines().stream()
                .map(line -> ((Lines.Run) line).run())
                .toList();
        assertThat(best.stream().map(run -> run.scores().get("davies_bouldin"))).isSorted();
        sort("davies_bouldin", false);
        assertThat(screen.texts().get(0)).isEqualTo("" + best.get(4).id());
        sort("davies_bouldin", false);
        assertThat(screen.texts()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void severalColumnsSortTogether() {
        sort("grid", false);
        sort("clusters", true);

        assertThat(screen.texts()).containsExactly("2", "5", "1", "3", "4");
        sort("clusters", true);
        assertThat(screen.texts()).containsExactly("5", "2", "3", "1", "4");
    }

    @Test
    void theRunsOfASweepStayTogetherHoweverTheyAreSorted() {
        presenter.groupBy("sweep");
        sort("grid", false);
        assertThat(screen.texts()).containsExactly("Sweep 1", "2", "3", "4", "Outside a sweep", "5", "1");

        presenter.turn("1");
        bench.settle();
        assertThat(screen.texts()).containsExactly("Sweep 1 +", "Outside a sweep", "5", "1");
        ask("grid = 4x4");
        assertThat(((Lines.Group) screen.lines.lines().get(0)).detail()).isEqualTo("1 of 3 runs match");
    }

    @Test
    void runsAreGroupedByAnyFieldAndGroupsAreInItsOrder() {
        presenter.groupBy("clusters");
        bench.settle();
        List<String> titles = screen.lines.lines().stream()
                .filter(Lines.Group.class::isInstance)
                .map(line -> ((Lines.Group) line).title())
                .toList();
        assertThat(titles).isSorted().allMatch(title -> title.matches("Clusters: \\d"));
        assertThat(screen.texts()).contains("1", "2", "3", "4", "5");

        presenter.groupBy("tags");
        bench.settle();
        assertThat(screen.texts().get(0)).isEqualTo("Tags: none");
        presenter.groupBy("");
        bench.settle();
        assertThat(screen.texts()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void theBaselineStaysOnTopWhateverIsAsked() {
        presenter.setBaseline(1);
        presenter.groupBy("sweep");
        ask("clusters = 3");

        assertThat(screen.texts()).containsExactly("*1", "Sweep 1", "2", "3", "4");
        assertThat(screen.lines.baseline()).isEqualTo(run(1));
        presenter.setBaseline(1);
        bench.settle();
        assertThat(screen.lines.baseline()).isNull();
    }

    @Test
    void selectedRunsAreChosenEverywhereAndOneOfThemIsShown() {
        presenter.select(Set.of(2L));
        bench.settle();
        assertThat(bench.state().run()).isEqualTo(2);
        presenter.select(Set.of(3L, 4L));
        bench.settle();
        assertThat(bench.state().run()).isEqualTo(3);
        assertThat(bench.state().chosen()).containsExactlyInAnyOrder(3L, 4L);
        presenter.select(Set.of(2L, 3L, 4L));
        assertThat(bench.state().run()).as("it stays").isEqualTo(3);
        assertThat(presenter.selected()).containsExactly(2L, 3L, 4L);

        bench.workbench().session().selectRun(1);
        assertThat(screen.selected).containsExactly(1L);
    }

    @Test
    void anyParameterAndScoreCanBeAColumn() {
        assertThat(presenter.allColumns())
                .extracting(Column::field)
                .contains("seed", "restarts", "inertia", "silhouette_standardized", "note", "started");

        presenter.showColumn(Column.of("seed"), true);
        presenter.showColumn(Column.of("tags"), false);

        assertThat(screen.columns).extracting(Column::field).contains("seed").doesNotContain("tags");
    }

    @Test
    void whatIsCopiedHasTheColumnsShownAndAllDigits() {
        presenter.select(Set.of(1L, 2L));

        String[] lines = presenter.csv().split("\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("starred,id,grid,slices,clusters,silhouette,");
        assertThat(lines[1])
                .startsWith(
                        "false,1,6x6,72,2," + run(1).score(ScoreName.SILHOUETTE).orElseThrow() + ",");
    }

    @Test
    void runsAreStarredTaggedAndDeletedAndThatIsUndone() {
        presenter.star(run(2));
        bench.settle();
        assertThat(run(2).starred()).isTrue();
        assertThat(screen.notice).isEqualTo("Run 2 starred.");
        presenter.select(Set.of(3L, 4L));
        presenter.tagSelected(List.of("good"));
        presenter.deleteSelected();
        bench.settle();
        assertThat(screen.texts()).containsExactly("1", "2", "5");
        assertThat(screen.notice).isEqualTo("2 runs deleted.");

        presenter.undo();
        bench.settle();
        assertThat(screen.texts()).containsExactly("1", "2", "3", "4", "5");
        assertThat(run(3).tags()).containsExactly("good");
        presenter.undo();
        presenter.undo();
        bench.settle();
        assertThat(run(3).tags()).isEmpty();
        assertThat(run(2).starred()).isFalse();
        assertThat(screen.notice).isEmpty();
    }

    @Test
    void aConditionIsSavedAndComesBack() {
        ask("clusters = 3");
        presenter.saveQuery("three");
        bench.settle();

        assertThat(screen.queries).containsExactly(Map.entry("three", "clusters = 3"));
        presenter.deleteQuery("three");
        bench.settle();
        assertThat(screen.queries).isEmpty();
    }

    @Test
    void namesAreOfferedForWhatIsTyped() {
        List<String> names = List.of("silhouette", "silhouette_raw_features", "clusters", "name");

        assertThat(QueryField.completions("clusters = 3 and sil", names))
                .containsExactly("silhouette", "silhouette_raw_features");
        assertThat(QueryField.completions("raw", names)).containsExactly("silhouette_raw_features");
        assertThat(QueryField.completions("name = \"sil", names)).isEmpty();
        assertThat(QueryField.completions("clusters = 3", names)).isEmpty();
        assertThat(QueryField.completions("clusters > 3 o", names)).startsWith("or");
    }
}
