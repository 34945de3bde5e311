// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.engine.task.ProblemException;

class RunEditsTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Store store;
    private long first;
    private long second;
    private long third;

    @BeforeEach
    void openStore() {
        store = open();
        first = store.record(SampleRuns.run("P", "E"));
        second = store.record(SampleRuns.run("P", "E"));
        third = store.record(SampleRuns.run("P", "E"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RunRecord run(long id) {
        return store.requireRun(id);
    }

    @Test
    void tagsAreAddedOnceAndTakenAway() {
        store.edits().tag(List.of(first, second), List.of("good", "new"));
        store.edits().untag(List.of(first), List.of("good", "never there"));

        assertThat(run(first).tags()).containsExactly("new", "to show");
        assertThat(run(second).tags()).containsExactly("good", "new", "to show");
        assertThatThrownBy(() -> store.edits().tag(List.of(first), List.of(" ")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void notesStarsNamesAndExperimentsChangeAndTheRunDoesNot() {
        RunRecord before = run(first);

        store.edits().note(List.of(first), "seen ");
        store.edits().star(List.of(first), true);
        store.edits().rename(List.of(first), "best");
        store.edits().move(List.of(first), "Another", NOON);

        RunRecord after = run(first);
        assertThat(after.note()).isEqualTo("seen");
        assertThat(after.starred()).isTrue();
        assertThat(after.name()).isEqualTo("best");
        assertThat(after.experiment()).isEqualTo("Another");
        assertThat(after.project()).isEqualTo("P");
        assertThat(after.parameters()).isEqualTo(before.parameters());
        assertThat(after.scores()).isEqualTo(before.scores());
        assertThat(after.identityKey()).isEqualTo(before.identityKey());
        store.edits().note(List.of(first), " ");
        store.edits().star(List.of(first), false);
        store.edits().rename(List.of(first), "");
        assertThat(run(first).note()).isNull();
        assertThat(run(first).starred()).isFalse();
        assertThat(run(first).name()).isNull();
    }

    @Test
    void clustersKeepTheirNamesColoursAndOrderWithTheRunAndThatIsUndone() {
        ClusterStyles styles = ClusterStyles.NONE
                .withName(0, " matrix ")
                .withColour(1, "#EE4025")
                .moved(2, 0, 3);

        RunEdit edit = store.edits().style(first, styles);
        store.edits().style(first, styles.withName(2, "crystals \"and\" more"));

        ClusterStyles kept = run(first).clusters();
        assertThat(kept.name(0)).isEqualTo("matrix");
        assertThat(kept.name(1)).isEqualTo("Cluster 1");
        assertThat(kept.name(2)).isEqualTo("crystals \"and\" more");
        assertThat(kept.colours()).containsExactly(entry(1, "#EE4025"));
        assertThat(kept.order(4)).containsExactly(2, 0, 1, 3);
        assertThat(run(second).clusters()).isEqualTo(ClusterStyles.NONE);
        store.edits().undo(edit, NOON);
        assertThat(run(first).clusters()).isEqualTo(ClusterStyles.NONE);
    }

    @Test
    void whatNoWindowCouldShowIsNoStyle() {
        for (String json : List.of(
                "{\"colours\":{\"0\":\"red\"}}",
                "{\"colours\":{\"-1\":\"#112233\"}}",
                "{\"names\":{\"x\":\"y\"}}",
                "{\"names\":{\"0\":\" \"}}",
                "{\"order\":[-3]}")) {
            assertThatThrownBy(() -> ClusterStyles.read(json)).as(json).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aColourThatIsNoneAndANameTooLongAreRefused() {
        assertThatThrownBy(() -> ClusterStyles.NONE.withColour(0, "red"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"red\" is no colour");
        assertThatThrownBy(() -> ClusterStyles.NONE.withName(0, "x".repeat(101)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("100 characters");
        assertThat(ClusterStyles.NONE.withName(3, "a").withName(3, " ")).isEqualTo(ClusterStyles.NONE);
        assertThat(ClusterStyles.NONE.moved(0, 1, 2).moved(0, 1, 2)).isEqualTo(ClusterStyles.NONE);
    }

    @Test
    void aDeletedRunIsListedNoMoreStandsForNoneAndComesBack() {
        String identity = run(first).identityKey();
        store.edits().delete(List.of(first, third), NOON);

        assertThat(store.runs()).extracting(RunRecord::id).containsExactly(second);
        assertThat(store.deletedRuns()).extracting(RunRecord::id).containsExactly(first, third);
        assertThat(run(first).deleted()).isEqualTo(NOON);
        assertThat(store.identicalTo(identity))
                .hasValueSatisfying(other -> assertThat(other.id()).isEqualTo(second));
        assertThat(store.labels(first)).isNotEmpty();

        store.edits().restore(List.of(first));

        assertThat(store.runs()).extracting(RunRecord::id).containsExactly(first, second);
        assertThat(run(first).deleted()).isNull();
    }

    @Test
    void onlyADeletedRunIsPurgedAndThoseWithTheSameLabelsPointToTheNextOne() {
        assertThatThrownBy(() -> store.edits().purge(List.of(first)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not deleted");
        store.edits().delete(List.of(first), NOON);

        store.edits().purge(List.of(first));

        assertThat(store.run(first)).isEmpty();
        assertThat(store.deletedRuns()).isEmpty();
        assertThat(run(second).sameLabelsAs()).isNull();
        assertThat(run(third).sameLabelsAs()).isEqualTo(second);
        assertThatThrownBy(() -> store.labels(first)).isInstanceOf(StoreException.class);
    }

    @Test
    void aRunThatAnotherWasMadeFromIsNotPurgedBeforeThat() {
        NewRun child = SampleRuns.child(first);
        long id = store.record(child);
        store.edits().delete(List.of(first, id), NOON);

        assertThatThrownBy(() -> store.edits().purge(List.of(first)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Run " + id + " was made from run " + first);
        assertThat(store.run(first)).isPresent();

        store.edits().purge(List.of(id, first));
        assertThat(store.run(first)).isEmpty();
    }

    @Test
    void aRunThatIsNotThereLeavesTheOthersAsTheyWere() {
        assertThatThrownBy(() -> store.edits().delete(List.of(first, 99L), NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no run 99; nothing is changed");

        assertThat(run(first).deleted()).isNull();
    }

    @Test
    void severalRunsAreRenamedTogetherOrNotAtAll() {
        assertThatThrownBy(() -> store.edits().rename(List.of(first, 99L), "new name"))
                .isInstanceOf(StoreException.class);

        assertThat(run(first).name()).isEqualTo("a name");
    }

    @Test
    void editsChangeTheMarkAndAreInTheNextSnapshot() {
        StoreSnapshot before = store.snapshot(StoreSnapshot.EMPTY);

        store.edits().star(List.of(second), true);
        StoreSnapshot starred = store.snapshot(before);
        store.edits().delete(List.of(first), NOON);
        StoreSnapshot deleted = store.snapshot(starred);
        store.edits().purge(List.of(first));

        assertThat(List.of(before.mark(), starred.mark(), deleted.mark(), store.mark()))
                .doesNotHaveDuplicates();
        assertThat(starred.runs().get(1).starred()).isTrue();
        assertThat(deleted.runs()).extracting(RunRecord::id).containsExactly(second, third);
    }

    @Test
    void everyChangeIsUndoneAndRedone() {
        RunEdits edits = store.edits();
        List<Long> both = List.of(first, second);
        List<Supplier<RunEdit>> changes = List.of(
                () -> edits.rename(both, "other"),
                () -> edits.note(both, "seen"),
                () -> edits.star(both, true),
                () -> edits.tag(both, List.of("good", "new")),
                () -> edits.untag(both, List.of("good", "never there")),
                () -> edits.move(both, "Another", NOON),
                () -> edits.delete(both, NOON));
        for (Supplier<RunEdit> change : changes) {
            RunRecord before = run(first);
            RunEdit edit = change.get();
            RunRecord changed = run(first);
            RunEdit undone = edits.undo(edit, NOON);

            assertThat(changed).as("%s", edit).isNotEqualTo(before);
            assertThat(run(first)).isEqualTo(before);
            edits.undo(undone, NOON);
            assertThat(run(first)).isEqualTo(changed);
            edits.undo(edit, NOON);
        }
    }

    @Test
    void anUndoKeepsWhatWasChangedElsewhereMeanwhile() {
        RunEdit tagged = store.edits().tag(List.of(first), List.of("new"));
        store.edits().tag(List.of(first), List.of("later"));
        store.edits().note(List.of(first), "later");

        store.edits().undo(tagged, NOON);

        assertThat(run(first).tags()).containsExactly("good", "later", "to show");
        assertThat(run(first).note()).isEqualTo("later");
    }
}
