// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.charts.GreyRange;
import org.tessera.ui.testing.Bench;
import org.tessera.ui.viewer.mosaic.Viewport;

/** The canvas itself, with a mouse of the test's own. */
class HeatmapCanvasTest {
    @TempDir
    Path folder;

    private final HeatmapCanvas canvas = new HeatmapCanvas();
    private Bench bench;
    private ViewerPresenter presenter;

    @BeforeEach
    void open() {
        canvas.setSize(400, 300);
        bench = new Bench(folder).open();
        presenter = new ViewerPresenter(bench.workbench(), new ViewerPresenter.View() {
            @Override
            public void show(ViewerState state, boolean otherMosaic) {
                canvas.show(state, otherMosaic);
            }

            @Override
            public void showDetails() {
                canvas.showDetails();
            }
        });
        canvas.onSelect(presenter::select, presenter::selectAll);
        bench.withTiles("tiles", 2).withRun(4, 2);
        canvas.fit();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void mouse(int kind, Point at, int modifiers, int clicks) {
        canvas.dispatchEvent(new MouseEvent(
                canvas,
                kind,
                0,
                modifiers | InputEvent.BUTTON1_DOWN_MASK,
                at.x,
                at.y,
                clicks,
                false,
                MouseEvent.BUTTON1));
    }

    private Point middleOf(int slice) {
        var area =
                canvas.viewport().onScreen(presenter.state().details().slices().get(slice));
        return new Point((int) area.getCenterX(), (int) area.getCenterY());
    }

    private List<Integer> selected() {
        return presenter.state().selected();
    }

    @Test
    void aClickSelectsASliceAndWithTheControlKeyAnother() {
        mouse(MouseEvent.MOUSE_CLICKED, middleOf(5), 0, 1);
        assertThat(selected()).containsExactly(5);
        mouse(MouseEvent.MOUSE_CLICKED, middleOf(20), InputEvent.CTRL_DOWN_MASK, 1);
        assertThat(selected()).containsExactly(5, 20);
        mouse(MouseEvent.MOUSE_CLICKED, new Point(2, 2), 0, 1);
        assertThat(selected()).isEmpty();
    }

    @Test
    void draggingWithTheShiftKeySelectsARegionAndDoesNotPan() {
        Viewport before = canvas.viewport();
        mouse(MouseEvent.MOUSE_PRESSED, middleOf(0), InputEvent.SHIFT_DOWN_MASK, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, middleOf(5), InputEvent.SHIFT_DOWN_MASK, 1);
        mouse(MouseEvent.MOUSE_RELEASED, middleOf(5), InputEvent.SHIFT_DOWN_MASK, 1);

        assertThat(selected()).containsExactly(0, 1, 4, 5);
        assertThat(canvas.viewport()).isEqualTo(before);
    }

    @Test
    void thePictureIsWhatIsShownAtTheResolutionWanted() {
        BufferedImage plain = canvas.shot().picture(1);
        BufferedImage fine = canvas.shot().picture(4);

        assertThat(plain.getWidth()).isEqualTo(400);
        assertThat(fine.getHeight()).isEqualTo(1200);
        Point place = middleOf(10);
        assertThat(fine.getRGB(4 * place.x, 4 * place.y)).isNotEqualTo(fine.getRGB(2, 2));
        presenter.setOverlay(0, presenter.state().overlay().colours(), false, false);
        assertThat(canvas.shot().picture(1).getRGB(place.x, place.y)).isNotEqualTo(plain.getRGB(place.x, place.y));
    }

    @Test
    void whatIsKeptOfThePictureIsNeverWhatWasShownBefore() {
        BufferedImage first = painted();
        assertThat(pixels(painted())).isEqualTo(pixels(first));

        presenter.setShown(1, false);
        assertThat(pixels(painted())).isNotEqualTo(pixels(first));
        presenter.setShown(1, true);
        assertThat(pixels(painted())).isEqualTo(pixels(first));
        canvas.zoom(2);
        canvas.becomeCalm();
        assertThat(pixels(painted())).isNotEqualTo(pixels(first));
        canvas.fit();
        canvas.setSize(300, 300);
        assertThat(painted().getWidth()).isEqualTo(300);
    }

    @Test
    void aPannedMosaicIsWhatWouldBePaintedAnew() {
        canvas.zoom(3);
        canvas.becomeCalm();
        painted();
        mouse(MouseEvent.MOUSE_PRESSED, new Point(200, 150), 0, 1);
        for (int[] at : new int[][] {{207, 150}, {207, 139}, {180, 160}, {20, 30}, {260, 190}, {231, 166}}) {
            mouse(MouseEvent.MOUSE_DRAGGED, new Point(at[0], at[1]), 0, 1);
            int[] moved = pixels(painted());
            assertThat(differing(moved, pixels(anew())))
                    .as("at %d, %d", at[0], at[1])
                    .isLessThan(0.001);
        }
        mouse(MouseEvent.MOUSE_RELEASED, new Point(231, 166), 0, 1);
        presenter.setShown(1, false);
        assertThat(differing(pixels(painted()), pixels(anew()))).isLessThan(0.001);
    }

    private BufferedImage anew() {
        return canvas.shot().picture(1);
    }

    private static double differing(int[] a, int[] b) {
        return IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count() / (double) a.length;
    }

    @Test
    void onAFineScreenThePictureHasAllItsPixels() {
        BufferedImage fine = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = fine.createGraphics();
        g.scale(2, 2);
        canvas.becomeCalm();
        canvas.paint(g);

        assertThat(differing(pixels(fine), pixels(canvas.shot().picture(2)))).isLessThan(0.001);
    }

    @Test
    void theGreyRangeChangesThePictureAndNothingElse() {
        BufferedImage before = painted();
        GreyRange suits = presenter.state().range();

        presenter.setRange(new GreyRange(suits.black(), suits.white() + 20_000));
        assertThat(pixels(painted())).isNotEqualTo(pixels(before));
        bench.withRun(4, 3);
        assertThat(presenter.state().range().white()).as("it stays").isEqualTo(suits.white() + 20_000);
        presenter.setRange(null);
        assertThat(presenter.state().range()).isEqualTo(suits);
    }

    @Test
    void whileItIsBareTheMosaicAloneIsSeen() {
        BufferedImage covered = painted();
        canvas.setBare(true);
        BufferedImage bare = painted();
        presenter.setOverlay(0, presenter.state().overlay().colours(), false, false);
        canvas.setBare(false);

        assertThat(pixels(bare)).isNotEqualTo(pixels(covered)).isEqualTo(pixels(painted()));
    }

    @Test
    void theDrawingHasTheSlicesAsShapesOverThePicture() {
        String svg = canvas.shot().svg(2);

        assertThat(svg).contains("<svg", "data:image/png;base64,").containsPattern("width=.400");
        assertThat(svg.split("<rect|<path", -1).length).isGreaterThan(10);
    }

    private BufferedImage painted() {
        BufferedImage image = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
        canvas.paint(image.createGraphics());
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
