// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.charts.ClusterPalette;
import org.tessera.engine.run.Parent;
import org.tessera.store.ClusterStyles;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.testing.Bench;

class ClusterPresenterTest {
    @TempDir
    Path folder;

    private Bench bench;
    private ViewerPresenter presenter;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
        presenter = new ViewerPresenter(bench.workbench(), new ViewerPresenter.View() {
            @Override
            public void show(ViewerState state, boolean otherMosaic) {}

            @Override
            public void showDetails() {}
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A slice of the largest cluster. */
    private int bright() {
        return presenter.state().details().labels().indexOf(0);
    }

    @Test
    void clustersAreNamedColouredAndReorderedAndThatStaysWithTheRun() {
        bench.withTiles("tiles", 2).withRun(6, 3).withRun(6, 2);
        bench.workbench().session().selectRun(1);
        bench.settle();

        presenter.clusters().name(2, "crystals");
        bench.settle();
        presenter.clusters().colour(0, "#112233");
        bench.settle();
        presenter.clusters().move(2, 0);
        bench.settle();

        assertThat(presenter.state().look().styles().name(2)).isEqualTo("crystals");
        assertThat(ClusterPalette.hex(presenter.state().colours().colour(0))).isEqualTo("#112233");
        assertThat(presenter.state().look().order()).containsExactly(2, 0, 1);
        bench.workbench().session().selectRun(2);
        bench.settle();
        assertThat(presenter.state().look().styles()).isEqualTo(ClusterStyles.NONE);
        bench.workbench().open(bench.store());
        bench.settle();
        bench.workbench().session().selectRun(1);
        bench.settle();
        assertThat(presenter.state().look().styles().name(2))
                .as("after the store was opened anew")
                .isEqualTo("crystals");

        presenter.clusters().name(0, "x".repeat(200));
        assertThat(bench.problems()).singleElement().asString().contains("more than 100 characters");
    }

    @Test
    void whileParametersMoveClustersKeepTheColoursOfThosePlacesAndNotTheirNumbers() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        presenter.clusters().colour(1, "#AA0000");
        bench.settle();

        bench.workbench().exploration().show(bench.images(), Bench.spec(12, 4), Bench.placement(), why -> {});
        bench.settle();

        RunDetails live = presenter.state().details();
        int dark = live.labels().get(0);
        assertThat(dark).as("the dark corner is no longer cluster 1").isNotEqualTo(1);
        assertThat(ClusterPalette.hex(presenter.state().colours().colour(dark))).isEqualTo("#AA0000");
        assertThat(presenter.state().look().recorded()).isFalse();
        presenter.clusters().name(0, "nobody");
        bench.settle();
        assertThat(bench.state().snapshot().run(1).orElseThrow().clusters().names())
                .isEmpty();
    }

    @Test
    void clustersOfARecordedRunCanBeClusteredAgain() {
        bench.withTiles("tiles", 2).withRun(6, 3);
        presenter.clusters().name(0, "matrix");
        bench.settle();

        ClusterPresenter.Reclusterable one =
                presenter.clusters().reclusterable(bright()).orElseThrow();
        assertThat(one.what()).isEqualTo("matrix");
        int dark = presenter.state().details().labels().get(0);
        presenter.select(0, false);
        presenter.select(bright(), true);
        assertThat(presenter.clusters().reclusterable(bright()).orElseThrow().parent())
                .isEqualTo(new Parent(1, List.of(0, dark)));

        presenter.clusters().recluster(one);
        assertThat(bench.state().parent()).isEqualTo(new Parent(1, List.of(0)));
        bench.workbench().session().selectRun(1);
        assertThat(bench.state().parent()).as("another choice").isNull();
    }
}
