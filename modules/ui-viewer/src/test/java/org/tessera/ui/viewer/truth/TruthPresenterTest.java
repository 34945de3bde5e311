// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.slice.Grid;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import org.tessera.ui.testing.Bench;

class TruthPresenterTest {
    @TempDir
    Path folder;

    private Bench bench;
    private TruthPresenter presenter;
    private int broughtBack;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2);
        presenter = present(bench);
    }

    private TruthPresenter present(Bench on) {
        return new TruthPresenter(
                on.workbench(),
                new TruthPresenter.View() {
                    @Override
                    public void show(TruthState state, boolean otherImages) {}

                    @Override
                    public void showDetails() {}

                    @Override
                    public void showBroughtBack() {
                        broughtBack++;
                    }
                },
                new TruthDrafts(drafts()));
    }

    private Path drafts() {
        return folder.resolve("drafts");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private TruthState state() {
        return presenter.state();
    }

    /** Grid 4: the dark corner of each tile is its first slice. */
    private void paintCorners() {
        presenter.setShowing(true);
        bench.settle();
        presenter.begin("corners", new Grid(4, 4), List.of("dark", "bright"));
        presenter.paint(new Point(3, 3), 1, true);
        presenter.paint(new Point(Bench.TILE + 3, 3), 1, true);
        presenter.setBrush(1);
        presenter.paint(new Point(40, 40), 1, true);
        presenter.paint(new Point(28, 40), 1, false);
        bench.settle();
    }

    @Test
    void slicesUnderTheBrushGetItsClassAndAStrokeIsUndoneAsAWhole() {
        paintCorners();

        assertThat(state().painting().sizes()).containsExactly(2, 2);
        presenter.undo();
        assertThat(state().painting().sizes()).containsExactly(2, 0);
        presenter.undo();
        assertThat(state().painting().sizes()).containsExactly(1, 0);
        presenter.setBrush(-1);
        presenter.paint(new Point(3, 3), 1, true);
        assertThat(state().painting().sizes()).containsExactly(0, 0);
        presenter.paint(new Point(-5, 3), 1, true);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aFastStrokeLeavesNoGaps() {
        paintCorners();
        presenter.setBrush(1);
        presenter.paint(new Point(2, 30), 1, true);
        presenter.paint(new Point(46, 30), 1, false);

        assertThat(state().painting().layer().labels().toArray()).startsWith(0, -1, -1, -1, -1, -1, -1, -1, 1, 1, 1, 1);
    }

    @Test
    void aWideBrushPaintsTheSlicesAroundTheOneItIsOn() {
        paintCorners();
        presenter.setBrush(0);
        presenter.paint(new Point(18, 18), 3, true);

        assertThat(state().painting().layer().labels().get(5)).isZero();
        assertThat(state().painting().layer().labels().get(4)).as("beside it").isZero();
        assertThat(state().painting().layer().labels().get(10))
                .as("across the corner")
                .isEqualTo(-1);
    }

    @Test
    void everyRunIsScoredWhileClassesArePainted() {
        bench.withRun(4, 2).withRun(8, 2);
        paintCorners();

        assertThat(state().scores()).hasSize(2);
        assertThat(state().scores().get(0).slices()).isTrue();
        assertThat(state().scores().get(0).table().slices()).isEqualTo(4);
        assertThat(state().scores().get(0).table().adjustedRand()).isEqualTo(1);
        assertThat(state().scores().get(0).detection(0).f1()).isEqualTo(1);
        assertThat(state().scores().get(1).slices())
                .as("another grid, so pixels")
                .isFalse();
    }

    @Test
    void theRunInHandShowsItsConfusionAndWhichStatisticsTellTheClassesApart() {
        bench.withRun(4, 2);
        paintCorners();
        presenter.open(saved());
        bench.settle();

        assertThat(state().scoreInHand()).isPresent();
        assertThat(state().importance()).isNotEmpty();
        assertThat(state().importance().get(0).share()).isBetween(0.9, 1.0);
        int dark = state().scoreInHand().get().detection(0).cluster();
        presenter.selectShared(dark, 0);
        assertThat(state().bright()).containsExactly(0, 16);
    }

    private TruthRecord saved() {
        presenter.save();
        bench.settle();
        return state().layers().get(0);
    }

    @Test
    void ofARunOfFinerSlicesThoseOfTheLayerStandOutThatAClusterTouches() {
        bench.withRun(8, 2);
        paintCorners();
        presenter.open(saved());
        bench.settle();
        int dark = state().scoreInHand().get().detection(0).cluster();

        presenter.selectShared(dark, 0);

        assertThat(state().bright()).containsExactly(0, 16);
        assertThat(state().importance().get(0).share()).isBetween(0.9, 1.0);
    }

    @Test
    void whatIsPaintedIsRecordedWhenTheProgramEnds() {
        paintCorners();

        bench.close();

        try (Store store = Store.open(bench.store())) {
            assertThat(store.truth().newest(1))
                    .singleElement()
                    .satisfies(layer -> assertThat(layer.layer().known()).isEqualTo(4));
        }
    }

    @Test
    void whatWasPaintedBeforeACrashIsBroughtBack() {
        paintCorners();
        Painting painted = state().painting();
        presenter.addClass("\u05e9\u05dc\u05d5\u05dd, not painted yet");
        bench.settle();

        // nothing is ended: the program is gone
        Bench next = new Bench(folder).open();
        TruthPresenter after = present(next);
        next.workbench().session().selectImageSet(1);
        after.setShowing(true);
        next.settle();

        assertThat(broughtBack).isEqualTo(1);
        assertThat(after.state().name()).isEqualTo("corners");
        assertThat(after.state().saved()).isFalse();
        assertThat(after.state().painting().layer())
                .isEqualTo(state().painting().layer());
        assertThat(after.state().painting().sizes()).containsExactly(2, 2, 0);
        assertThat(after.state().painting().layer().classes())
                .startsWith("dark", "bright")
                .hasSize(3);
        assertThat(after.state().painting().slices()).isEqualTo(painted.slices());

        after.save();
        next.settle();
        assertThat(drafts()).isEmptyDirectory();
        next.close();
    }

    @Test
    void aDraftThatIsRecordedOrCannotBeReadIsNotBroughtBack() throws IOException {
        paintCorners();
        Path draft;
        try (Stream<Path> files = Files.list(drafts())) {
            draft = files.findFirst().orElseThrow();
        }
        byte[] kept = Files.readAllBytes(draft);
        saved();
        assertThat(drafts()).isEmptyDirectory();

        Files.write(draft, kept);
        presentAgain();
        assertThat(broughtBack).isZero();
        assertThat(state().saved()).isTrue();

        Files.writeString(draft, "grid=4\nlabels=0,x");
        presentAgain();
        assertThat(broughtBack).isZero();
        assertThat(state().painting().sizes()).containsExactly(2, 2);
    }

    @Test
    void ofALayerOnWhichNothingIsPaintedNoDraftIsKept() {
        paintCorners();
        assertThat(drafts()).isNotEmptyDirectory();
        while (presenter.canUndo()) {
            presenter.undo();
        }
        bench.settle();

        assertThat(drafts()).isEmptyDirectory();
    }

    private void presentAgain() {
        presenter.setShowing(false);
        bench.settle();
        presenter = present(bench);
        presenter.setShowing(true);
        bench.settle();
    }

    @Test
    void aLayerIsRecordedWithVersionsAndFoundAgain() {
        paintCorners();
        assertThat(state().saved()).isFalse();

        saved();
        assertThat(state().saved()).isTrue();
        presenter.addClass("shade");
        presenter.rename(0, "very dark");
        bench.settle();
        assertThat(state().saved()).isFalse();
        saved();

        assertThat(state().layers()).singleElement().satisfies(layer -> {
            assertThat(layer.version()).isEqualTo(2);
            assertThat(layer.layer().classes()).containsExactly("very dark", "bright", "shade");
        });
        presenter.setShowing(false);
        bench.workbench().open(bench.store());
        bench.settle();
        presenter.setShowing(true);
        bench.settle();
        assertThat(state().name()).isEqualTo("corners");
        assertThat(state().painting().layer().known()).isEqualTo(4);
        assertThat(state().saved()).isTrue();
    }

    @Test
    void whatIsPaintedIsNotLostWhenSomethingElseTakesItsPlace() {
        paintCorners();

        presenter.begin("another", new Grid(2, 2), List.of("all"));
        bench.settle();
        assertThat(state().layers()).extracting(TruthRecord::name).containsExactly("corners");

        presenter.paint(new Point(3, 3), 1, true);
        bench.workbench().open(bench.store());
        bench.settle();

        assertThat(state().layers()).extracting(TruthRecord::name).containsExactly("another", "corners");
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aStrokeWhileTheLayerIsBeingRecordedIsNotCalledSaved() {
        paintCorners();

        presenter.save();
        presenter.setBrush(0);
        presenter.paint(new Point(20, 20), 1, true);
        bench.settle();

        assertThat(state().saved()).isFalse();
        assertThat(state().layers()).hasSize(1);
    }

    @Test
    void aRemovedClassLeavesItsSlicesUnknownAndTheOthersAsTheyAre() {
        paintCorners();

        presenter.remove(0);

        assertThat(state().painting().layer().classes()).containsExactly("bright");
        assertThat(state().painting().sizes()).containsExactly(2);
    }

    @Test
    void classesGoToACsvFileAndComeBack() throws IOException {
        paintCorners();
        Path file = folder.resolve("classes.csv");

        presenter.exportTo(file);
        bench.settle();
        assertThat(Files.readString(file))
                .startsWith("image,row,column,class\n")
                .contains(",dark\n");
        presenter.importFrom(file);
        bench.settle();

        assertThat(state().name()).isEqualTo("classes");
        assertThat(state().painting().layer().known()).isEqualTo(4);
        assertThat(state().saved()).isFalse();
        Files.writeString(file, "nonsense");
        presenter.importFrom(file);
        bench.settle();
        assertThat(bench.problems()).singleElement().asString().contains("classes.csv");
        assertThat(state().painting().layer().known())
                .as("what was there stays")
                .isEqualTo(4);
    }

    @Test
    void aClassWithoutANameOrWithATakenOneIsRefusedAndNothingChanges() {
        paintCorners();

        presenter.addClass("dark");
        presenter.addClass(" ");
        bench.settle();

        assertThat(bench.problems()).hasSize(2);
        assertThat(state().painting().layer().classes()).containsExactly("dark", "bright");
    }

    @Test
    void nothingIsReadWhileTheWindowIsHidden() {
        bench.withRun(4, 2);

        assertThat(state()).isEqualTo(TruthState.EMPTY);
    }
}
