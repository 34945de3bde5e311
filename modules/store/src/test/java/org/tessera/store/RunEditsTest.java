// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.task.ProblemException;

class RunEditsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private Store store;
    private long first;
    private long second;
    private long third;

    @BeforeEach
    void open() {
        store = Store.open(StoreLocation.parse(folder.resolve("s").toString()));
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
}
