// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepsTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Store store;

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPlanSaysWhatIsMissing() {
        NewSweep sweep = SampleRuns.sweep(3);
        long id = store.sweeps().begin(sweep);
        long run = store.record(SampleRuns.inSweep(id));
        store.sweeps().end(id, Status.CANCELLED, NOON);

        SweepPlan plan = store.sweeps().plan(id);

        assertThat(plan.placement()).isEqualTo(sweep.placement());
        assertThat(plan.again()).isFalse();
        assertThat(plan.slots()).hasSize(3);
        assertThat(plan.slots().get(0).run()).isEqualTo(run);
        assertThat(plan.missing()).extracting(SweepPlan.Slot::ordinal).containsExactly(1, 2);
        assertThat(plan.missing().get(0).parameters()).isEqualTo(sweep.plan().get(1));
    }

    @Test
    void aRunThatWasKnownIsOfEverySweepThatAskedForIt() {
        long first = store.sweeps().begin(SampleRuns.sweep(1));
        long run = store.record(SampleRuns.inSweep(first));
        long second = store.sweeps().begin(SampleRuns.sweep(1));
        store.sweeps().fill(Map.of(new SweepSlot(second, 0), run));

        assertThat(store.runsOfSweep(first)).extracting(RunRecord::id).containsExactly(run);
        assertThat(store.runsOfSweep(second)).extracting(RunRecord::id).containsExactly(run);
        StoreSnapshot snapshot = store.snapshot(StoreSnapshot.EMPTY);
        assertThat(snapshot.runsOfSweep(second)).extracting(RunRecord::id).containsExactly(run);
        assertThat(store.sweeps().plan(second).missing()).isEmpty();

        store.edits().delete(List.of(run), NOON);
        store.edits().purge(List.of(run));
        assertThat(store.runsOfSweep(second)).isEmpty();
        assertThat(store.sweeps().plan(second).missing())
                .as("what was purged is not made again")
                .isEmpty();
    }

    @Test
    void aSweepOfAProcessThatIsGoneIsInterruptedAndOneOfALivingProcessIsNot() {
        long mine = store.sweeps().begin(SampleRuns.sweep(1));
        long gone = store.sweeps().begin(SampleRuns.sweep(1));
        long silent = store.sweeps().begin(SampleRuns.sweep(1));
        long elsewhere = store.sweeps().begin(SampleRuns.sweep(1));
        String[] own = OwnerProcess.own().split(":", -1);
        own(gone, own[0] + ":" + own[1] + ":1000", NOON);
        own(silent, "othermachine:1:1000", NOON.minusSeconds(300));
        own(elsewhere, "othermachine:1:1000", NOON.minusSeconds(30));

        assertThat(store.sweeps().interruptStale(NOON)).isEqualTo(2);

        assertThat(List.of(mine, gone, silent, elsewhere))
                .extracting(id -> store.sweep(id).orElseThrow().status())
                .containsExactly(Status.RUNNING, Status.INTERRUPTED, Status.INTERRUPTED, Status.RUNNING);
        assertThat(store.sweep(silent).orElseThrow().finished()).isEqualTo(NOON.minusSeconds(300));
    }

    private void own(long sweep, String owner, Instant seen) {
        store.inTransaction(
                handle -> handle.createUpdate("UPDATE sweep SET owner = :owner, seen = :seen WHERE id = :id")
                        .bind("owner", owner)
                        .bind("seen", seen)
                        .bind("id", sweep)
                        .execute());
    }

    @Test
    void onlyASweepThatHasStoppedIsResumed() {
        long sweep = store.sweeps().begin(SampleRuns.sweep(2));
        assertThatThrownBy(() -> store.sweeps().resume(sweep, NOON)).hasMessageContaining("still running");
        store.sweeps().end(sweep, Status.FAILED, NOON);

        store.sweeps().resume(sweep, NOON);

        assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.RUNNING);
        store.sweeps().end(sweep, Status.DONE, NOON);
        assertThatThrownBy(() -> store.sweeps().resume(sweep, NOON)).hasMessageContaining("complete");
        assertThatThrownBy(() -> store.sweeps().plan(99)).hasMessageContaining("no sweep 99");
    }

    @Test
    void anIdenticalRunThatAnotherProcessRecordedFirstIsNotRecordedTwice() {
        NewRun run = SampleRuns.run("P", "E");
        long first = store.record(run);

        Recorded second = store.record(List.of(SampleRuns.run("P", "E")), false).get(0);
        Recorded again = store.record(List.of(SampleRuns.run("P", "E")), true).get(0);

        assertThat(second).isEqualTo(new Recorded(first, true));
        assertThat(again.known()).isFalse();
        assertThat(store.runs()).hasSize(2);
    }
}
