// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.ui.testing.Bench;

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
        presenter = new ViewerPresenter(bench.workbench(), canvas::show);
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
        BufferedImage plain = canvas.picture(1);
        BufferedImage fine = canvas.picture(4);

        assertThat(plain.getWidth()).isEqualTo(400);
        assertThat(fine.getHeight()).isEqualTo(1200);
        Point place = middleOf(10);
        assertThat(fine.getRGB(4 * place.x, 4 * place.y)).isNotEqualTo(fine.getRGB(2, 2));
        presenter.setOverlay(0, presenter.state().overlay().colours(), false, false);
        assertThat(canvas.picture(1).getRGB(place.x, place.y)).isNotEqualTo(plain.getRGB(place.x, place.y));
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
        assertThat(pixels(painted())).isNotEqualTo(pixels(first));
        canvas.fit();
        canvas.setSize(300, 300);
        assertThat(painted().getWidth()).isEqualTo(300);
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
