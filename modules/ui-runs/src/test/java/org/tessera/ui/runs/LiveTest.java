// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.run.Parent;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.Grid;
import org.tessera.tracking.LiveResult;
import org.tessera.ui.testing.Bench;
import org.tessera.workbench.ui.ScoreText;

/** Parameters that are moved while the windows follow. */
class LiveTest {
    @TempDir
    Path folder;

    private final EditorScreen screen = new EditorScreen();
    private final List<Integer> seen = new ArrayList<>();
    private Bench bench;
    private ParametersPresenter presenter;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2).withRun(6, 2);
        presenter = new ParametersPresenter(bench.workbench(), screen);
        bench.workbench().session().addListener((before, after) -> {
            if (after.live() != null && !after.live().equals(before.live())) {
                seen.add(after.live().details().run().clusterSizes().size());
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void edit(Consumer<ParametersEdit> change) {
        presenter.set(presenter.state().with(change), false);
    }

    private LiveResult live() {
        return bench.state().live();
    }

    @Test
    void aMoveShowsWhatItGivesBesideTheRecordedRunAndRecordsNothing() {
        edit(edit -> edit.clusters = 3);
        bench.settle();

        assertThat(live().details().run().recorded()).isFalse();
        assertThat(live().details().labels()).hasSize(72).contains(2);
        assertThat(live().details().measured()).isPresent();
        assertThat(bench.state().shown()).isEqualTo(live().details());
        assertThat(bench.state().run()).as("the ghost").isEqualTo(1);
        assertThat(bench.state().snapshot().runs()).hasSize(1);
    }

    @Test
    void whatIsLiveIsWhatIsRecorded() {
        edit(edit -> {
            edit.grid = new Grid(5, 7);
            edit.clusters = 3;
        });
        bench.settle();
        LiveResult shown = live();

        presenter.run();
        bench.settle();

        assertThat(live()).isNull();
        assertThat(bench.state().details().labels()).isEqualTo(shown.details().labels());
        assertThat(bench.state().details().run().scores())
                .isEqualTo(shown.details().run().scores());
        assertThat(bench.state().details().run().parameters())
                .isEqualTo(shown.details().run().parameters());
        assertThat(bench.state().details().measured().orElseThrow().explained())
                .isEqualTo(shown.details().measured().orElseThrow().explained());
    }

    @Test
    void ofManyMovesOnlyTheNewestIsEverShown() {
        edit(edit -> edit.clusters = 3);
        edit(edit -> edit.clusters = 4);
        bench.runBackground();
        edit(edit -> edit.clusters = 5);
        bench.settle();

        assertThat(seen).containsExactly(5);
    }

    @Test
    void backAtTheRecordedRunItIsShownAgain() {
        edit(edit -> edit.clusters = 3);
        edit(edit -> edit.clusters = 2);
        bench.settle();

        assertThat(live()).isNull();
        assertThat(seen).isEmpty();
        assertThat(bench.state().shown().run().id()).isEqualTo(1);
    }

    @Test
    void anIdenticalRunIsNamedBeforeTheButtonIsPressed() {
        edit(edit -> edit.clusters = 3);
        bench.settle();
        presenter.run();
        bench.settle();
        assertThat(screen.identical).isZero();

        edit(edit -> edit.clusters = 2);
        bench.settle();
        assertThat(screen.identical).isEqualTo(1);
        presenter.openIdentical();
        bench.settle();
        assertThat(bench.state().run()).isEqualTo(1);
        assertThat(screen.identical).isZero();

        edit(edit -> edit.clusters = 3);
        bench.settle();
        assertThat(screen.identical).isEqualTo(2);
        presenter.run();
        bench.settle();
        assertThat(bench.state().snapshot().runs()).as("recorded anyway").hasSize(3);
    }

    @Test
    void whatCannotBeIsSaidAndWhatWasThereStays() {
        edit(edit -> edit.clusters = 3);
        bench.settle();
        LiveResult before = live();

        edit(edit -> edit.grid = new Grid(1000, 1000));
        bench.settle();

        assertThat(screen.note).isNotEmpty();
        assertThat(live()).isEqualTo(before);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void anImageLeftOutIsLeftOutOfThePicture() {
        presenter.set(presenter.state().withImage("Tile_001-001.tif", false), false);
        bench.settle();

        assertThat(live().details().labels()).hasSize(36);
        assertThat(live().details().refs()).allMatch(ref -> ref.image() == 1);
        assertThat(live().details().slices()).allMatch(slice -> slice.x() >= Bench.TILE);
    }

    @Test
    void withoutLiveNothingFollowsAndSwitchedOnItDoesAtOnce() {
        assertThat(screen.live).isTrue();
        presenter.toggleLive();
        edit(edit -> edit.clusters = 3);
        bench.settle();
        assertThat(live()).isNull();

        presenter.toggleLive();
        bench.settle();
        assertThat(live().details().run().clusterSizes()).hasSize(3);

        presenter.toggleLive();
        assertThat(live()).isNull();
    }

    @Test
    void anImageThatHasChangedIsReadAgainOnceLiveIsSwitchedOnAgain() throws IOException {
        edit(edit -> edit.clusters = 3);
        bench.settle();
        double before =
                live().details().measured().orElseThrow().features().values().get(0, 0);
        presenter.toggleLive();
        Files.copy(
                folder.resolve("tiles/Tile_001-002.tif"),
                folder.resolve("tiles/Tile_001-001.tif"),
                StandardCopyOption.REPLACE_EXISTING);

        presenter.toggleLive();
        bench.settle();

        assertThat(live().details().measured().orElseThrow().features().values().get(0, 0))
                .isNotEqualTo(before);
    }

    @Test
    void anotherRunThatIsChosenTakesThePlaceOfWhatIsLive() {
        bench.withRun(6, 4);
        edit(edit -> edit.clusters = 3);
        bench.settle();

        bench.workbench().session().selectRun(1);
        bench.settle();

        assertThat(live()).isNull();
        assertThat(screen.state.clusters()).isEqualTo(2);
    }

    @Test
    void changesAreUndoneAndRedoneAndTheWindowsFollow() {
        edit(edit -> edit.clusters = 3);
        edit(edit -> edit.standardize = false);
        bench.settle();

        presenter.undo();
        bench.settle();
        assertThat(screen.state.standardize()).isTrue();
        assertThat(live().details().run().parameters()).containsEntry("standardize", true);
        presenter.undo();
        bench.settle();
        assertThat(screen.state.clusters()).isEqualTo(2);
        assertThat(live()).isNull();

        presenter.redo();
        presenter.redo();
        bench.settle();
        assertThat(screen.state.standardize()).isFalse();
        assertThat(screen.canRedo).isFalse();
        edit(edit -> edit.clusters = 5);
        assertThat(screen.canRedo).isFalse();
        assertThat(screen.canUndo).isTrue();
    }

    @Test
    void oneDragIsOneStep() {
        for (int k = 3; k <= 6; k++) {
            int now = k;
            presenter.set(presenter.state().with(edit -> edit.clusters = now), k < 6);
        }

        presenter.undo();

        assertThat(screen.state.clusters()).isEqualTo(2);
    }

    @Test
    void clustersThatAreToBeClusteredAgainAloneAreWhatIsShownAndRecorded() {
        edit(edit -> edit.grid = new Grid(3, 3));
        bench.settle();

        bench.workbench().session().recluster(new Parent(1, List.of(0)));
        bench.settle();

        assertThat(screen.state.parent()).isEqualTo(new Parent(1, List.of(0)));
        assertThat(screen.state.grid()).as("that of the run").isEqualTo(new Grid(6, 6));
        int all = live().details().labels().size();
        assertThat(live().details().labels()).hasSize(72).contains(-1);
        List<Integer> labels = live().details().labels();
        assertThat(ScoreText.change(
                                live().details().run(),
                                bench.state().selectedRun().orElseThrow(),
                                ScoreName.SILHOUETTE)
                        .text())
                .as("the scores of a part and of the whole")
                .isEqualTo("other slices");
        edit(edit -> edit.clusters = 2);
        presenter.run();
        bench.settle();
        assertThat(bench.state().selectedRun().orElseThrow().parameterText("parent"))
                .isEqualTo("1");
        assertThat(bench.state().details().labels()).isEqualTo(labels).hasSize(all);

        presenter.clusterAll();
        bench.settle();
        assertThat(screen.state.parent()).isNull();
        assertThat(live().details().labels()).doesNotContain(-1);
    }
}
