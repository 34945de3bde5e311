// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayer;

class TruthLayersTest extends StoreFixture {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final TruthLayer LAYER = layer("crystal", 0, 1, -1, 0, 0, 0, 1, -1);

    private Store store;
    private long set;

    private static TruthLayer layer(String name, int... labels) {
        return new TruthLayer(new Grid(2, 4), List.of(name, "amorph, \"rest\""), Labels.numbered(labels, 2));
    }

    @BeforeEach
    void openStore() {
        store = open();
        set = store.addImageSet("P", SampleRuns.run("P", "E").imageSet(), NOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLayerIsReadAsItWasSaved() {
        TruthRecord saved = store.truth().save(set, "by Ada", LAYER, NOON);

        assertThat(store.truth().require(saved.id())).isEqualTo(saved);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.layer()).isEqualTo(LAYER);
        assertThat(saved.layer().known()).isEqualTo(6);
    }

    @Test
    void savingUnderANameMakesAVersionAndLosesNone() {
        TruthRecord first = store.truth().save(set, "a", LAYER, NOON);
        TruthRecord same = store.truth().save(set, "a", LAYER, NOON.plusSeconds(1));
        TruthRecord second = store.truth().save(set, "a", layer("fibre", 0, 0, 0, 0, 0, 0, 0, 0), NOON);
        TruthRecord other = store.truth().save(set, "b", LAYER, NOON);

        assertThat(same).isEqualTo(first);
        assertThat(store.truth().versions(set)).containsExactly(first, second, other);
        assertThat(store.truth().newest(set)).containsExactly(second, other);
        assertThat(second.version()).isEqualTo(2);
    }

    @Test
    void aDeletedVersionComesBackAndItsNumberIsNotTaken() {
        TruthRecord first = store.truth().save(set, "a", LAYER, NOON);
        store.truth().delete(first.id(), NOON);

        assertThat(store.truth().newest(set)).isEmpty();
        assertThat(store.truth()
                        .save(set, "a", layer("x", 1, 1, 1, 1, 0, 0, 0, 0), NOON)
                        .version())
                .isEqualTo(2);
        store.truth().restore(first.id());
        assertThat(store.truth().versions(set)).hasSize(2).contains(first);
    }

    @Test
    void setsOfTheSamePixelsShareTheirLayers() {
        TruthRecord saved = store.truth().save(set, "a", LAYER, NOON);
        ImageSetRecord here = SampleRuns.run("P", "E").imageSet();
        long moved = store.addImageSet(
                "P", new ImageSetRecord(here.kind(), "elsewhere", "9".repeat(64), 1, 1, here.images()), NOON);
        long other = store.addImageSet(
                "P",
                new ImageSetRecord(
                        here.kind(),
                        "two",
                        "8".repeat(64),
                        1,
                        2,
                        List.of(here.images().get(0), here.images().get(0))),
                NOON);

        assertThat(store.truth().newest(moved)).containsExactly(saved);
        assertThat(store.truth().newest(other)).isEmpty();
    }

    @Test
    void whatCannotBeALayerIsRefused() {
        assertThatThrownBy(() -> store.truth().save(set, " ", LAYER, NOON)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> layer("amorph, \"rest\"", new int[8])).hasMessageContaining("one name");
        assertThatThrownBy(() -> layer("", new int[8])).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> store.truth().require(7)).hasMessageContaining("no ground-truth layer 7");
        int[] two = new int[16];
        Arrays.fill(two, 1);
        assertThatThrownBy(() -> store.truth().save(set, "a", layer("x", two), NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
