// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.truth.TruthLayer;

/** Texts that would be commands if they ever became part of one. */
class InjectionTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Store store;
    private long untouched;

    @BeforeEach
    void openStore() {
        store = open();
        untouched = store.record(SampleRuns.withKey("1".repeat(64)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE run; --",
                "x' OR '1'='1",
                "\"; DELETE FROM run_tag; --",
                "\\'; SHUTDOWN; --",
                ":value and :name and ?",
                "<name> ${name} #{name} {ts '2026'}",
                "/* */ $$ x $$ %_",
                "E'\\x27'",
                "\u02bc\u2019 \uff07; DROP TABLE run"
            })
    void aTextIsKeptAsItIsAndChangesNothingElse(String evil) {
        RunRecord before = store.requireRun(untouched);
        NewRun plain = SampleRuns.run("P", "E");
        long run = store.record(new NewRun(
                UUID.randomUUID(),
                new Placement(evil, evil, evil, evil, List.of(evil)),
                plain.imageSet(),
                null,
                plain.started(),
                plain.finished(),
                plain.parameters(),
                plain.seed(),
                plain.labels(),
                null,
                plain.scores(),
                plain.explainedVarianceRatio(),
                List.of(evil),
                plain.timingsMillis(),
                plain.summary(),
                plain.sliceScores(),
                plain.keys(),
                new Provenance(evil, evil, evil, evil)));
        List<Long> only = List.of(run);
        store.edits().rename(only, evil);
        store.edits().note(only, evil);
        store.edits().tag(only, List.of(evil + " 2"));
        store.edits().untag(only, List.of(evil));
        store.edits().move(only, evil + " 3", NOON);
        store.queries().save(evil, evil, NOON);
        TruthRecord layer = store.truth()
                .save(
                        before.imageSet(),
                        evil,
                        new TruthLayer(new Grid(1, 1), List.of(evil), Labels.numbered(new int[] {0}, 1)),
                        NOON);

        RunRecord read = store.requireRun(run);
        assertThat(List.of(read.project(), read.name(), read.note())).containsOnly(evil);
        assertThat(read.experiment()).isEqualTo(evil + " 3");
        assertThat(read.tags()).containsExactly(evil + " 2");
        assertThat(read.warnings()).containsExactly(evil);
        assertThat(read.provenance().machine()).isEqualTo(evil);
        assertThat(store.queries().all()).containsEntry(evil, evil);
        assertThat(store.truth().require(layer.id())).isEqualTo(layer);
        assertThat(store.identicalTo(evil)).isEmpty();
        assertThat(store.requireRun(untouched)).isEqualTo(before);
        assertThat(store.runs()).hasSize(2);
        String quoted = '"' + evil.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        RunQuery query = RunQuery.parse("name = " + quoted + " and note contains " + quoted, store.runs());
        assertThat(store.runs().stream().filter(query::matches).map(RunRecord::id))
                .containsExactly(run);
    }

    @Test
    void aConditionIsNeverPartOfACommand() {
        RunQuery query = RunQuery.parse("name = \"x\" or tag = \"'; DROP TABLE run; --\"", store.runs());

        assertThat(store.runs()).noneMatch(query::matches);
        assertThat(store.requireRun(untouched).id()).isEqualTo(untouched);
    }
}
