// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.charts.GreyMosaic;
import org.tessera.charts.GreyRange;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class PyramidTest {
    private static final int SIDE = 1200;
    private static final GreyRange RANGE = new GreyRange(0, 65535);
    private static final Dimension WINDOW = new Dimension(300, 200);

    private final List<Integer> read = Collections.synchronizedList(new ArrayList<>());

    /** Single bright pixels in a dark image, so that only the finest level shows them as they are. */
    private static GrayImage image(int number) {
        short[] pixels = new short[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            boolean bright = i % SIDE % 8 == 0 && i / SIDE % 8 == 0;
            pixels[i] = (short) (bright ? 60_000 : 4000 * number);
        }
        return new GrayImage(SIDE, SIDE, 16, pixels);
    }

    private static MosaicLayout layout(int images) {
        return MosaicLayout.of(
                new Mosaic(1, images, IntStream.range(0, images).boxed().toList()),
                Collections.nCopies(images, SIDE),
                Collections.nCopies(images, SIDE));
    }

    private Pyramid pyramid(int images, int factor, long most) {
        GreyMosaic.Painter painter = new GreyMosaic.Painter(layout(images), factor);
        IntStream.range(0, images).forEach(i -> painter.paint(i, image(i)));
        return new Pyramid(
                painter.mosaic(),
                (image, monitor) -> {
                    read.add(image);
                    return image(image);
                },
                most);
    }

    private static int grey(Pyramid pyramid, Viewport viewport, int x, int y) {
        BufferedImage window = new BufferedImage(WINDOW.width, WINDOW.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = window.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, WINDOW.width, WINDOW.height);
        pyramid.paint(g, RANGE, viewport, 1, true);
        return window.getRGB(x, y) & 0xffffff;
    }

    @Test
    void aPixelOfTheMosaicIsAPixelOfTheScreenAndLargerOnesAreSquares() {
        Pyramid pyramid = pyramid(2, 1, 1 << 20);

        assertThat(grey(pyramid, new Viewport(1, 0, 0), 16, 8)).isEqualTo(0xe9e9e9);
        assertThat(grey(pyramid, new Viewport(1, 0, 0), 17, 8)).isZero();
        assertThat(grey(pyramid, new Viewport(8, -8 * 16, -8 * 8), 7, 7)).isEqualTo(0xe9e9e9);
        assertThat(grey(pyramid, new Viewport(8, -8 * 16, -8 * 8), 8, 7)).isZero();
        assertThat(grey(pyramid, new Viewport(1, -SIDE, 0), 1, 1))
                .as("the second image")
                .isEqualTo(0x101010);
    }

    @Test
    void fromAfarMeansAreShown() {
        Pyramid pyramid = pyramid(2, 1, 1 << 20);

        int shown = grey(pyramid, new Viewport(1 / 8.0, 0, 0), 60, 60) & 0xff;

        assertThat(shown).isCloseTo(255 * 60_000 / 64 / 65_535, within(2));
    }

    @Test
    void whatIsLookedAtIsReadAgainInItsResolutionNearestToTheMiddleFirst() {
        Pyramid pyramid = pyramid(4, 8, 1L << 30);
        Viewport near = new Viewport(1, -SIDE + 100.0, 0);
        assertThat(grey(pyramid, near, 100 + 16, 8)).as("a mean of 64").isNotEqualTo(0xe9e9e9);

        List<Integer> lacking = pyramid.lacking(near, WINDOW, 1);
        assertThat(lacking).containsExactly(1, 0);
        pyramid.load(1, near, 1, Monitor.none());

        assertThat(grey(pyramid, near, 100 + 16, 8)).isEqualTo(0xe9e9e9);
        assertThat(pyramid.lacking(near, WINDOW, 1)).containsExactly(0);
        assertThat(pyramid.lacking(new Viewport(1 / 8.0, 0, 0), WINDOW, 1))
                .as("far enough away")
                .isEmpty();
        assertThat(read).containsExactly(1);
    }

    @Test
    void aFinerDisplayNeedsFinerLevels() {
        Pyramid pyramid = pyramid(1, 8, 1L << 30);
        Viewport half = new Viewport(0.5, 0, 0);

        pyramid.load(0, half, 1, Monitor.none());

        assertThat(pyramid.lacking(half, WINDOW, 1)).isEmpty();
        assertThat(pyramid.lacking(half, WINDOW, 2)).containsExactly(0);
    }

    @Test
    void memoryStaysBoundedHoweverMuchIsLookedAt() {
        long each = 3L * SIDE * SIDE * 21 / 16;
        Pyramid pyramid = pyramid(8, 8, 3 * each + 1000);
        Viewport near = new Viewport(1, 0, 0);

        for (int image = 0; image < 8; image++) {
            pyramid.load(image, near, 1, Monitor.none());
            assertThat(pyramid.heldBytes()).isLessThanOrEqualTo(3 * each + 1000);
        }

        assertThat(pyramid.lacking(new Viewport(1, -7.0 * SIDE, 0), WINDOW, 1)).isEmpty();
        assertThat(pyramid.lacking(near, WINDOW, 1)).containsExactly(0);
    }

    @Test
    void anImageThatIsGoneStaysCoarseAndIsNotAskedForAgain() {
        GreyMosaic.Painter painter = new GreyMosaic.Painter(layout(1), 4);
        painter.paint(0, image(0));
        Pyramid pyramid = new Pyramid(painter.mosaic(), (image, monitor) -> {
            throw new ProblemException("gone");
        });
        Viewport near = new Viewport(1, 0, 0);

        pyramid.load(0, near, 1, Monitor.none());

        assertThat(pyramid.lacking(near, WINDOW, 1)).isEmpty();
        assertThat(grey(pyramid, near, 1, 1)).isPositive();
    }

    @Test
    void anAreaHasTheHistogramOfItsPixelsOrOfMeansUntilTheyAreRead() {
        Pyramid fine = pyramid(2, 1, 1 << 20);
        GreyRange range = new GreyRange(0, 59_999);

        assertThat(fine.histogram(new Rectangle(0, 0, 16, 16), range, 4)).containsExactly(252, 0, 0, 4);
        assertThat(fine.histogram(new Rectangle(SIDE - 8, 0, 16, 8), new GreyRange(0, 7999), 4))
                .as("from both images")
                .containsExactly(63, 0, 63, 2);
        Pyramid coarse = pyramid(1, 8, 1L << 30);
        assertThat(coarse.histogram(new Rectangle(0, 0, 16, 16), range, 4)).containsExactly(4, 0, 0, 0);
        coarse.load(0, new Viewport(1, 0, 0), 1, Monitor.none());
        assertThat(coarse.histogram(new Rectangle(0, 0, 16, 16), range, 4)).containsExactly(252, 0, 0, 4);
    }

    @Test
    void whereNoImageLiesTheGroundIsSeen() {
        MosaicLayout layout = MosaicLayout.of(new Mosaic(1, 2, List.of(0, 1)), List.of(100, 100), List.of(100, 40));
        GreyMosaic.Painter painter = new GreyMosaic.Painter(layout, 1);
        painter.paint(0, new GrayImage(100, 100, 8, new short[10_000]));
        painter.paint(1, new GrayImage(100, 40, 8, new short[4_000]));
        Pyramid pyramid = new Pyramid(painter.mosaic(), (image, monitor) -> image(0));

        assertThat(grey(pyramid, new Viewport(1, 0, 0), 150, 20)).isZero();
        assertThat(grey(pyramid, new Viewport(1, 0, 0), 150, 70)).isEqualTo(0xff0000);
    }

    @Test
    void theWholeIsHeldInAResolutionThatBoundsIt() {
        assertThat(Pyramid.factor(layout(4))).isEqualTo(1);
        assertThat(Pyramid.factor(new MosaicLayout(20_480, 20_480, List.of()))).isEqualTo(8);
        assertThat(Pyramid.factor(new MosaicLayout(200_000, 200_000, List.of())))
                .isEqualTo(64);
    }
}
