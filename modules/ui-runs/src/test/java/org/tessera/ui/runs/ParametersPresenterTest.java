// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.store.RunRecord;
import org.tessera.ui.testing.Bench;

class ParametersPresenterTest {
    @TempDir
    Path folder;

    private final EditorScreen screen = new EditorScreen();
    private Bench bench;
    private ParametersPresenter presenter;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
        presenter = new ParametersPresenter(bench.workbench(), screen);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void edit(Consumer<ParametersEdit> change) {
        presenter.set(presenter.state().with(change), false);
    }

    @Test
    void withoutImagesNothingCanStart() {
        assertThat(screen.ready).isFalse();
        assertThat(screen.plan).isEqualTo("Add images to begin.");

        presenter.run();
        presenter.sweep();
        bench.settle();

        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void theSettingsMakeTheRunThatIsRecorded() {
        bench.withTiles("tiles", 2);
        edit(edit -> {
            edit.grid = new Grid(6, 8);
            edit.clusters = 2;
            edit.components = 3;
            edit.seed = 7;
            edit.experiment = "Edges";
        });

        presenter.run();
        assertThat(screen.running).isTrue();
        bench.settle();

        RunRecord run = bench.state().selectedRun().orElseThrow();
        assertThat(run.parameterText("grid")).isEqualTo("6x8");
        assertThat(run.parameterText("clusters")).isEqualTo("2");
        assertThat(run.parameterText("pca_components")).isEqualTo("3");
        assertThat(run.parameterText("seed")).isEqualTo("7");
        assertThat(run.project()).isEqualTo("Crystals");
        assertThat(run.experiment()).isEqualTo("Edges");
        assertThat(screen.running).isFalse();
        assertThat(screen.note).isEqualTo("Recorded as run 1.");
        assertThat(screen.images).containsExactly("Tile_001-001.tif", "Tile_001-002.tif");
    }

    @Test
    void anImageThatIsLeftOutIsNotUsed() {
        bench.withTiles("tiles", 3);
        presenter.set(presenter.state().withImage("Tile_001-002.tif", false).with(edit -> edit.clusters = 2), false);

        presenter.run();
        bench.settle();

        assertThat(bench.state().selectedRun().orElseThrow().images()).isEqualTo(2);
    }

    @Test
    void withEveryImageLeftOutTheUserIsToldWhatToDo() {
        bench.withTiles("tiles", 1);
        presenter.set(presenter.state().withImage("Tile_001-001.tif", false), false);

        presenter.run();
        bench.settle();

        assertThat(bench.problems()).containsExactly("No image is chosen; tick one or more under Images.");
    }

    @Test
    void anIdenticalRunIsOpenedAndSaid() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.clusters = 2);
        presenter.run();
        bench.settle();

        presenter.run();
        bench.settle();

        assertThat(screen.note).isEqualTo("Identical to run 1, which is shown.");
        assertThat(bench.state().snapshot().runs()).hasSize(1);
    }

    @Test
    void thePlanCountsTheRunsOfTheSweep() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.sweep = SweepRanges.of("2,4,8..16:4", "2..4", "all,2"));

        assertThat(screen.ready).isTrue();
        assertThat(screen.plan).isEqualTo("30 runs");
    }

    @Test
    void thePlanSaysHowLongTheSweepTakesOnceSomethingIsKnown() {
        bench.withTiles("tiles", 2).withRun(6, 3);

        edit(edit -> edit.sweep = SweepRanges.of("2..6", "2..4", "all"));
        assertThat(screen.plan).matches("15 runs, (under a second|about \\d+ (s|min))");
        assertThat(SweepEstimate.text(0.4)).isEqualTo("under a second");
        assertThat(SweepEstimate.text(12.4)).isEqualTo("about 12 s");
        assertThat(SweepEstimate.text(400)).isEqualTo("about 7 min");

        edit(edit -> edit.algorithm = AlgorithmChoice.DBSCAN);
        assertThat(screen.plan).as("nothing is known of that").doesNotContain("about");
    }

    @Test
    void aWrongRangeIsSaidInPlaceAndCannotStart() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.sweep = SweepRanges.of("2,,4", "2..4", "all"));

        assertThat(screen.ready).isFalse();
        assertThat(screen.plan).contains("2,,4", "empty entry");

        edit(edit -> edit.sweep = SweepRanges.of("2", "one", "all"));
        assertThat(screen.plan).contains("one");
    }

    @Test
    void onlySlicesThatFulfilTheConditionAreClustered() {
        bench.withTiles("tiles", 2);
        edit(edit -> {
            edit.grid = new Grid(6, 6);
            edit.clusters = 2;
            edit.whereSlice = "mean>8000";
        });

        presenter.run();
        bench.settle();

        RunRecord run = bench.state().selectedRun().orElseThrow();
        assertThat(run.parameterText("where_slice")).isEqualTo("mean > 8000");
        assertThat(run.clusterSizes().stream().mapToInt(size -> size).sum()).isLessThan(72);
        assertThat(bench.state().details().labels()).contains(-1).hasSize(72);
        assertThat(bench.state().details().measured()).isPresent();
    }

    @Test
    void aWrongConditionIsSaidInPlace() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.whereSlice = "meen > 8000");

        assertThat(screen.ready).isFalse();
        assertThat(screen.plan).contains("meen");
    }

    @Test
    void aSweepSaysWhatWasKnownAlready() {
        bench.withTiles("tiles", 2);
        edit(edit -> {
            edit.grid = new Grid(6, 6);
            edit.clusters = 2;
            edit.sweep = SweepRanges.of("6,8", "2", "all");
        });
        presenter.run();
        bench.settle();

        presenter.sweep();
        bench.settle();

        assertThat(screen.note).isEqualTo("Sweep 1: 2 runs, 1 known already.");
    }

    @Test
    void aCancelledSweepLeavesTheEditorReady() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.sweep = SweepRanges.of("6,8", "2", "all"));

        presenter.sweep();
        presenter.recording().cancel();
        bench.settle();

        assertThat(screen.running).isFalse();
        assertThat(screen.note).contains("Cancelled");
        assertThat(bench.state().snapshot().runs()).isEmpty();
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aSweepThatIsPausedBeforeItBeganIsOfferedAsAnyOther() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.sweep = SweepRanges.of("6,8", "2", "all"));
        presenter.sweep();
        assertThat(screen.pausable).isTrue();

        presenter.recording().pause();
        bench.settle();

        assertThat(screen.running).isFalse();
        assertThat(screen.pausable).isFalse();
        assertThat(screen.paused).isNull();
        presenter.recording().resume();
        presenter.sweep();
        bench.settle();
        assertThat(bench.state().snapshot().runs()).hasSize(2);
    }

    @Test
    void anyParameterCanBeARangeOfTheSweep() {
        bench.withTiles("tiles", 2);
        SweepRanges ranges = SweepRanges.of("4,6", "2..3", "off, 1, all");
        edit(edit -> edit.sweep = ranges);
        assertThat(screen.plan).isEqualTo("12 runs");

        edit(edit -> edit.sweep = ranges.with(SweepRange.SEED, "1..5"));
        assertThat(screen.plan).isEqualTo("60 runs");
        edit(edit -> edit.sweep = ranges.with(SweepRange.ALGORITHM, "k-means, ward, DBSCAN"));
        assertThat(screen.plan).as("DBSCAN finds the number of clusters out").isEqualTo("30 runs");
        edit(edit -> edit.sweep = ranges.with(SweepRange.STATISTICS, "notebook; std, mean")
                .with(SweepRange.STANDARDIZE, "both")
                .with(SweepRange.BIN, "1,2")
                .with(SweepRange.INVERT, "no, yes"));
        assertThat(screen.plan).isEqualTo("192 runs");
        edit(edit -> edit.sweep = new SweepRanges(Map.of(SweepRange.RESTARTS, "5,10")));
        presenter.sweep();
        bench.settle();
        assertThat(bench.state().snapshot().runs())
                .extracting(run -> run.parameterText("grid") + " " + run.parameterText("restarts"))
                .containsExactly("4x4 5", "4x4 10");
    }

    @Test
    void whatIsWrongWithARangeIsSaid() {
        bench.withTiles("tiles", 2);
        Map<SweepRange, String> wrong = Map.of(
                SweepRange.ALGORITHM, "magic",
                SweepRange.STANDARDIZE, "maybe",
                SweepRange.EPS, "-1",
                SweepRange.STATISTICS, "notebook; nonsense",
                SweepRange.SEED, "1..2000000000",
                SweepRange.STRIDE, "x");
        wrong.forEach((range, text) -> {
            edit(edit -> edit.sweep = new SweepRanges(Map.of(range, text)));
            assertThat(screen.ready).as(text).isFalse();
            assertThat(screen.plan).as(text).isNotBlank().endsWith(".");
        });
        edit(edit -> edit.sweep = new SweepRanges(Map.of(SweepRange.SEED, "1..9000", SweepRange.RESTARTS, "1..9000")));
        assertThat(screen.plan).contains("more than 100000 runs");
    }

    @Test
    void oneStartsOneAtATime() {
        bench.withTiles("tiles", 2);
        edit(edit -> edit.clusters = 2);

        presenter.run();
        presenter.run();
        presenter.sweep();
        bench.settle();

        assertThat(bench.state().snapshot().runs()).hasSize(1);
        assertThat(bench.state().snapshot().sweeps()).isEmpty();
    }

    @Test
    void aRunSelectedElsewhereShowsItsParameters() {
        bench.withTiles("tiles", 2);
        edit(edit -> {
            edit.grid = new Grid(6, 6);
            edit.clusters = 3;
            edit.algorithm = AlgorithmChoice.hierarchical(Linkage.WARD, Distance.EUCLIDEAN);
            edit.preparation = new Preparation(true, true, 2, 0);
            edit.pca = false;
            edit.statistics = List.of("std", "mean");
        });
        presenter.run();
        bench.settle();
        presenter.set(ParametersState.DEFAULT, false);
        bench.workbench().session().selectImageSet(bench.state().imageSet());

        bench.workbench().session().selectRun(1);

        assertThat(screen.state.grid()).isEqualTo(new Grid(6, 6));
        assertThat(screen.state.algorithm()).isEqualTo(AlgorithmChoice.hierarchical(Linkage.WARD, Distance.EUCLIDEAN));
        assertThat(screen.state.preparation()).isEqualTo(new Preparation(true, true, 2, 0));
        assertThat(screen.state.pca()).isFalse();
        assertThat(screen.state.statistics()).containsExactly("std", "mean");
    }
}
