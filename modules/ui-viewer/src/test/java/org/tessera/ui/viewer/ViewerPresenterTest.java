// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.charts.ColourMap;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.SliceRef;
import org.tessera.store.ClusterStyles;
import org.tessera.ui.testing.Bench;
import org.tessera.ui.viewer.mosaic.Viewport;

class ViewerPresenterTest {
    @TempDir
    Path folder;

    private final List<ViewerState> shown = new ArrayList<>();
    private final List<Boolean> refitted = new ArrayList<>();
    private int details;
    private Bench bench;
    private ViewerPresenter presenter;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
        presenter = new ViewerPresenter(bench.workbench(), new ViewerPresenter.View() {
            @Override
            public void show(ViewerState state, boolean otherMosaic) {
                shown.add(state);
                refitted.add(otherMosaic);
            }

            @Override
            public void showDetails() {
                details++;
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ViewerState last() {
        return shown.get(shown.size() - 1);
    }

    @Test
    void anEmptyStoreShowsASentence() {
        assertThat(last().mosaic()).isNull();
        assertThat(last().sentence()).contains("Add images");
    }

    @Test
    void addedImagesShowAsABareMosaic() {
        bench.withTiles("tiles", 2);

        assertThat(last().mosaic().layout().width()).isEqualTo(2 * Bench.TILE);
        assertThat(last().details()).isNull();
        assertThat(last().imageName(1)).isEqualTo("Tile_001-002.tif");
    }

    @Test
    void theSelectedRunIsPaintedOverItsMosaic() {
        bench.withTiles("tiles", 2).withRun(6, 2);

        assertThat(last().details().run().id()).isEqualTo(1);
        assertThat(last().look().sizes().size()).isEqualTo(2);
        assertThat(last().mosaic()).isNotNull();
    }

    @Test
    void theZoomStaysBetweenRunsOfOneMosaic() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        int before = refitted.size();

        bench.withRun(8, 2);

        assertThat(refitted.subList(before, refitted.size())).containsOnly(false);
        assertThat(last().details().run().id()).isEqualTo(2);
    }

    @Test
    void theOldHeatmapStaysUntilTheNewOneIsWhole() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 2);

        bench.workbench().session().selectRun(1);

        assertThat(last().details().run().id()).isEqualTo(2);
        bench.settle();
        assertThat(last().details().run().id()).isEqualTo(1);
    }

    @Test
    void heatsAreNeverDrawnOverAnotherImageSet() {
        bench.withTiles("tiles", 2).withRun(6, 2).withTiles("others", 3).withRun(6, 2);
        shown.clear();

        bench.workbench().session().selectRun(1);
        bench.settle();
        bench.workbench().session().selectRun(2);
        bench.settle();

        assertThat(last().details().run().id()).isEqualTo(2);
        assertThat(shown).allSatisfy(state -> {
            if (state.details() != null) {
                assertThat(state.details().layout()).isEqualTo(state.mosaic().layout());
            }
        });
    }

    @Test
    void aPictureThatIsNoLongerWantedIsDropped() {
        bench.withTiles("tiles", 2).withTiles("others", 3);
        bench.workbench().session().selectImageSet(1);
        bench.workbench().session().selectImageSet(2);
        bench.settle();

        assertThat(last().mosaic().layout().width()).isEqualTo(3 * Bench.TILE);
    }

    @Test
    void aMissingImageIsNamedAndTheRestIsShown() throws IOException {
        bench.withTiles("tiles", 2).withRun(6, 2);
        Files.delete(folder.resolve("tiles/Tile_001-002.tif"));
        bench.workbench().open(bench.store());
        bench.settle();

        assertThat(last().mosaic().missing()).containsExactly(1);
        assertThat(last().notice()).contains("Tile_001-002.tif is not where it was");
        assertThat(last().details().labels()).hasSize(72);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aChangedImageIsNamed() throws IOException {
        bench.withTiles("tiles", 2).withRun(6, 2);
        Bench.writeTiles(folder.resolve("other"), 1);
        Files.copy(
                folder.resolve("other/Tile_001-001.tif"),
                folder.resolve("tiles/Tile_001-002.tif"),
                StandardCopyOption.REPLACE_EXISTING);
        bench.workbench().open(bench.store());
        bench.settle();

        assertThat(last().notice()).contains("Tile_001-002.tif has changed");
    }

    @Test
    void aMosaicTooLargeToHoldIsReadAgainWhereItIsLookedAt() {
        int side = 5000;
        PictureFiles.writeTiff(
                new GrayImage(side, side, 8, new short[side * side]), folder.resolve("large/Tile_001-001.tif"));
        bench.workbench().images().add(List.of(folder.resolve("large")), "*.tif", "auto", "Crystals");
        bench.settle();
        Dimension window = new Dimension(400, 300);

        presenter.look(new Viewport(0.1, 0, 0), window, 1);
        bench.settle();
        assertThat(details).as("seen from afar").isZero();
        presenter.look(new Viewport(1, 0, 0), window, 1);
        bench.settle();

        assertThat(details).isEqualTo(1);
        assertThat(last().mosaic().heldBytes()).isBetween(3L * side * side, 5L * side * side);
        presenter.look(new Viewport(1, -300, 0), window, 1);
        bench.settle();
        assertThat(details).as("it is held").isEqualTo(1);
    }

    @Test
    void theOverlayChangesWithoutLoadingAnything() {
        bench.withTiles("tiles", 2).withRun(6, 2);

        presenter.setOverlay(0.3, ColourMap.VIRIDIS, true, false);
        presenter.setShown(1, false);

        assertThat(last().overlay().opacity()).isEqualTo(0.3);
        assertThat(last().overlay().colours()).isEqualTo(ColourMap.VIRIDIS);
        assertThat(last().overlay().borders()).isTrue();
        assertThat(last().overlay().hidden()).containsExactly(1);

        presenter.setShown(1, true);
        assertThat(last().overlay().hidden()).isEmpty();
    }

    @Test
    void aSliceIsDescribedByItsClusterPlaceAndStatistics() {
        bench.withTiles("tiles", 2).withRun(6, 2);

        SliceText text = SliceText.of(last().details(), 36 + 7, ClusterStyles.NONE, null);

        assertThat(text.title()).isEqualTo("Cluster 0");
        assertThat(text.place()).isEqualTo("row 2, column 2");
        assertThat(text.lines())
                .extracting(SliceText.Line::name)
                .containsExactly("std", "relative std", "mean", "skewness", "kurtosis", "mode notebook", "silhouette");
        assertThat(text.lines().get(0).deviation()).endsWith("σ");
    }

    @Test
    void slicesLikeOneAreShownUntilTheClustersAreWantedOrAnotherRunIsSelected() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(5, 2);

        presenter.showLike(3);

        Heat heat = last().heat();
        assertThat(heat).isNotNull();
        assertThat(heat.values()).hasSize(50);
        assertThat(heat.values().get(3)).isCloseTo(1, within(1e-12));
        assertThat(heat.values()).allSatisfy(one -> assertThat(one).isBetween(-1.0, 1.0));
        assertThat(SliceText.of(last().details(), 3, ClusterStyles.NONE, heat)
                        .lines()
                        .get(0)
                        .name())
                .isEqualTo("similarity");
        presenter.showLike(-1);
        assertThat(last().heat()).isNull();
        presenter.showLike(3);
        bench.workbench().session().selectRun(1);
        bench.settle();
        assertThat(last().heat()).isNull();
    }

    @Test
    void aStatisticIsPaintedInPlaceOfTheClustersAndStaysFromRunToRun() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        assertThat(last().heats())
                .extracting(HeatOf::label)
                .containsExactly("Silhouette", "std", "relative std", "mean", "skewness", "kurtosis", "mode notebook");

        presenter.showHeat(new HeatOf.Statistic("mean"));
        Heat mean = last().heat();
        assertThat(mean.values()).hasSize(72);
        assertThat(mean.least()).isLessThan(mean.greatest());
        assertThat(mean.share(0)).as("a dark corner").isLessThan(0.2);
        bench.withRun(5, 2);
        assertThat(last().heat().of()).isEqualTo(new HeatOf.Statistic("mean"));
        assertThat(last().heat().values()).hasSize(50);

        presenter.showHeat(new HeatOf.Silhouettes());
        assertThat(last().heat().values()).allSatisfy(one -> assertThat(one).isBetween(-1.0, 1.0));
        presenter.showHeat(null);
        assertThat(last().heat()).isNull();
    }

    @Test
    void whileParametersMoveTheRecordedRunStaysAsAGhost() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        presenter.showHeat(new HeatOf.Statistic("std"));

        bench.workbench().exploration().show(bench.images(), Bench.spec(5, 3), Bench.placement(), why -> {});
        bench.settle();

        assertThat(last().details().run().recorded()).isFalse();
        assertThat(last().details().labels()).hasSize(50);
        assertThat(last().heat().values()).as("the same statistic").hasSize(50);
        assertThat(last().ghostOf().run().id()).isEqualTo(1);
        assertThat(last().framed()).isNotEmpty().allSatisfy(slice -> assertThat(
                        last().ghostOf().labels().get(slice))
                .isEqualTo(1));
        presenter.setGhost(false);
        assertThat(last().framed()).isEmpty();

        bench.workbench().exploration().stop();
        assertThat(last().details().run().id()).isEqualTo(1);
        assertThat(last().ghostOf()).isNull();
    }

    @Test
    void aSelectedSliceIsSelectedEverywhereUntilItIsNoSliceAnyMore() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(6, 3).withRun(5, 2);
        bench.workbench().session().selectRun(1);
        bench.settle();

        presenter.select(40, false);
        assertThat(bench.state().slices()).containsExactly(new SliceRef(1, 0, 4));
        assertThat(last().selected()).containsExactly(40);
        presenter.select(3, true);
        assertThat(last().selected()).containsExactly(3, 40);
        presenter.select(3, true);
        assertThat(last().selected()).containsExactly(40);

        bench.workbench().session().selectRun(2);
        bench.settle();
        assertThat(last().selected()).as("the same grid").containsExactly(40);
        bench.workbench().session().selectRun(3);
        bench.settle();
        assertThat(last().selected()).as("another grid").isEmpty();

        presenter.selectAll(List.of(1, 2, 3));
        assertThat(last().selected()).containsExactly(1, 2, 3);
        presenter.select(2, false);
        presenter.select(2, false);
        assertThat(last().selected()).as("clicked again").isEmpty();
        presenter.select(-1, false);
        assertThat(bench.state().slices()).isEmpty();
    }

    @Test
    void missingImagesAreFoundElsewhereAndShownAtOnce() throws IOException {
        bench.withTiles("tiles", 2).withRun(6, 2);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(folder.resolve("tiles/Tile_001-002.tif"), elsewhere.resolve("Tile_001-002.tif"));
        bench.workbench().open(bench.store());
        bench.settle();
        assertThat(presenter.missingFolder()).isEqualTo(folder.resolve("tiles").toAbsolutePath());

        presenter.locate(folder.resolve("tiles"));
        bench.settle();
        assertThat(bench.problems()).singleElement().asString().contains("None of the 1 images is in");
        assertThat(last().mosaic().missing()).containsExactly(1);
        presenter.locate(elsewhere);
        bench.settle();

        assertThat(last().mosaic().missing()).isEmpty();
        assertThat(last().notice()).isEmpty();
        assertThat(last().details().measured()).isPresent();
        assertThat(last().details().run().id()).isEqualTo(1);
    }
}
