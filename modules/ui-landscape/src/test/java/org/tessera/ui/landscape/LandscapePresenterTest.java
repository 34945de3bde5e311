// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.RunSpec;
import org.tessera.tracking.landscape.Landscape;
import org.tessera.tracking.landscape.VaryingParameter;
import org.tessera.ui.testing.Bench;

class LandscapePresenterTest {
    @TempDir
    Path folder;

    private Bench bench;
    private LandscapePresenter presenter;
    private String note = "";

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2);
        presenter = new LandscapePresenter(bench.workbench(), new LandscapePresenter.View() {
            @Override
            public void show(LandscapeState state) {}

            @Override
            public void showNote(String sentence) {
                note = sentence;
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Grids 4 and 6 with 2 clusters, grid 4 with 3: one place is empty. */
    private void threeRuns() {
        bench.withRun(4, 2).withRun(6, 2).withRun(4, 3);
        presenter.setShowing(true);
        bench.settle();
    }

    private Landscape landscape() {
        return Objects.requireNonNull(presenter.state().landscape());
    }

    @Test
    void nothingIsComputedWhileTheWindowIsHidden() {
        bench.withRun(4, 2).withRun(6, 3);

        assertThat(presenter.state()).isEqualTo(LandscapeState.EMPTY);
    }

    @Test
    void twoParametersOfTheRunsMakeALandscape() {
        threeRuns();

        assertThat(landscape().x().name()).isEqualTo("clusters");
        assertThat(landscape().y().name()).isEqualTo("grid");
        assertThat(landscape().empty()).isEqualTo(1);
        assertThat(presenter.state().of()).isEqualTo("all runs of tiles");

        presenter.setAxes("grid", "grid");
        bench.settle();
        assertThat(landscape().x().name()).isEqualTo("grid");
        assertThat(landscape().y().name()).as("never the same twice").isEqualTo("clusters");
    }

    @Test
    void runsThatDifferInOneParameterMakeNone() {
        bench.withRun(4, 2).withRun(6, 2);
        presenter.setShowing(true);
        bench.settle();

        assertThat(presenter.state().landscape()).isNull();
        assertThat(presenter.state().sentence()).isEqualTo(LandscapeState.TOO_FEW);
    }

    @Test
    void aPlaceOpensItsRunAndAnEmptyOneIsRunWhenItIsQueued() {
        threeRuns();
        presenter.open(0, 0);
        assertThat(bench.state().run()).isEqualTo(1);
        presenter.open(1, 1);
        assertThat(bench.state().run()).as("nothing is there").isEqualTo(1);

        presenter.queue(1, 1);
        bench.settle();

        assertThat(note).isEqualTo("Recorded as run 4.");
        assertThat(bench.state().snapshot().runs()).hasSize(4);
        assertThat(landscape().empty()).isZero();
        assertThat(presenter.state().selected()).isEqualTo(4);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void severalEmptyPlacesAreRunOneAfterTheOther() {
        bench.withRun(4, 2).withRun(6, 3).withRun(8, 4);
        presenter.setShowing(true);
        bench.settle();
        assertThat(landscape().empty()).isEqualTo(6);

        presenter.queue(1, 0);
        presenter.queue(2, 0);
        presenter.queue(2, 0);
        assertThat(presenter.state().queued()).as("the first runs, one waits").isEqualTo(1);
        bench.settle();

        assertThat(bench.state().snapshot().runs()).hasSize(5);
        assertThat(landscape().empty()).isEqualTo(4);
    }

    @Test
    void fillingRunsWhatIsMissingAsASweepAndMakesNothingTwice() {
        bench.withRun(4, 2).withRun(6, 3);
        presenter.setShowing(true);
        bench.settle();

        presenter.fill();
        bench.settle();

        assertThat(bench.state().snapshot().runs()).hasSize(4);
        assertThat(bench.state().sweep()).isEqualTo(1);
        assertThat(presenter.state().of()).isEqualTo("Sweep 1");
        assertThat(landscape().empty()).as("what was known is of the sweep too").isZero();
    }

    @Test
    void theSweepThatFillsOneRowHasTheWholeLandscape() {
        bench.withRun(4, 2).withRun(6, 2).withRun(4, 3).withRun(6, 3).withRun(4, 4);
        presenter.setShowing(true);
        bench.settle();

        presenter.fill();
        bench.settle();

        assertThat(bench.state().snapshot().runs()).hasSize(6);
        assertThat(bench.state().snapshot().runsOfSweep(1)).hasSize(6);
        assertThat(landscape().empty()).isZero();
    }

    @Test
    void aSliderOfTheRestLeavesTheRunsOfItsValue() {
        bench.withRun(4, 2).withRun(6, 3);
        RunSpec other = Bench.spec(4, 2).clusteredBy(new ClusteringSpec.KMeans(2, 5, 7));
        bench.workbench().run(bench.images(), other, Bench.placement(), false, outcome -> {});
        bench.settle();
        presenter.setShowing(true);
        bench.settle();
        assertThat(bench.problems()).isEmpty();
        assertThat(bench.state().snapshot().runs()).hasSize(3);
        assertThat(presenter.state().varying()).hasSize(3);
        assertThat(presenter.state().rest()).extracting(VaryingParameter::name).containsExactly("seed");

        presenter.fix("seed", "7");
        bench.settle();
        assertThat(landscape().empty()).isEqualTo(3);
        presenter.fix("seed", null);
        bench.settle();
        assertThat(landscape().empty()).isEqualTo(2);
    }
}
