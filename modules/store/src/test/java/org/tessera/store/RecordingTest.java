// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tessera.engine.slice.SliceRef;

/** What holds wherever a store is; {@link PostgresTest} runs it on a server. */
class RecordingTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aRunReadsBackAsItWasRecorded() {
        try (Store store = open()) {
            NewRun run = SampleRuns.run("Crystals", "Grid study");
            long id = store.record(run);

            RunRecord record = store.requireRun(id);

            assertThat(record.project()).isEqualTo("Crystals");
            assertThat(record.experiment()).isEqualTo("Grid study");
            assertThat(record.status()).isEqualTo(Status.DONE);
            assertThat(record.parameters()).isEqualTo(run.parameters());
            assertThat(List.copyOf(record.parameters().keySet()))
                    .isEqualTo(List.copyOf(run.parameters().keySet()));
            assertThat(record.scores()).isEqualTo(Map.of("silhouette", 0.1 + 0.2, "inertia", 123.0));
            assertThat(record.clusterSizes()).containsExactly(5, 2, 1);
            assertThat(record.explainedVarianceRatio()).containsExactly(0.75, 0.25);
            assertThat(record.timingsMillis()).containsOnlyKeys("read", "cluster", "store");
            assertThat(record.warnings()).containsExactly("One.", "Two.");
            assertThat(record.tags()).containsExactly("good", "to show");
            assertThat(record.degenerate()).isTrue();
            assertThat(record.started()).isEqualTo(run.started());
            assertThat(record.provenance()).isEqualTo(run.provenance());
            assertThat(store.labels(id)).containsExactly(run.labels().toArray());
            assertThat(store.slices(id)).isEmpty();
            assertThat(store.summary(id)).contains(run.summary());
            assertThat(store.sliceScores(id, NewRun.SILHOUETTE).orElseThrow().toArray())
                    .containsExactly(0.5, -0.25, 1, Double.NaN, 0, 0, 0, 0.125);
            assertThat(store.imageSet(record.imageSet())).isEqualTo(run.imageSet());
        }
    }

    @Test
    void theSamePartitionIsSaidAndImageSetProjectAndExperimentAreSharedByRuns() {
        try (Store store = open()) {
            long first = store.record(SampleRuns.run("P", "E"));
            long second = store.record(SampleRuns.run("P", "E"));

            assertThat(store.requireRun(first).sameLabelsAs()).isNull();
            assertThat(store.requireRun(second).sameLabelsAs()).isEqualTo(first);
            assertThat(store.requireRun(second).imageSet())
                    .isEqualTo(store.requireRun(first).imageSet());
        }
    }

    @Test
    void slicesOfAFeatureTableAreKept() {
        List<SliceRef> slices = List.of(new SliceRef(0, 3, 1), new SliceRef(2, 0, 70_000));
        assertThat(LabelCodec.slices(LabelCodec.decode(LabelCodec.encode(LabelCodec.flat(slices)))))
                .isEqualTo(slices);
    }

    @Test
    void recordingTheSameUuidAgainAddsNothing() {
        try (Store store = open()) {
            NewRun run = SampleRuns.run("P", "E");

            assertThat(store.record(run)).isEqualTo(store.record(run));
            assertThat(store.runs()).hasSize(1);
        }
    }

    @Test
    void aSweepKeepsItsRunsAndItsEnd() {
        try (Store store = open()) {
            long sweep = store.sweeps().begin(SampleRuns.sweep(2));
            store.record(SampleRuns.inSweep(sweep));
            store.record(SampleRuns.run("P", "E"));

            assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.RUNNING);
            store.sweeps().end(sweep, Status.CANCELLED, NOON.plusSeconds(1));

            assertThat(store.sweep(sweep).orElseThrow().status()).isEqualTo(Status.CANCELLED);
            assertThat(store.sweep(sweep).orElseThrow().planned()).isEqualTo(2);
            assertThat(store.runsOfSweep(sweep)).hasSize(1);
        }
    }

    @Test
    void aMissingRunIsNamed() {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.requireRun(12))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no run 12");
        }
    }
}
