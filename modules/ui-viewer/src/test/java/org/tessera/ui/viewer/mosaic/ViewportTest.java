// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class ViewportTest {
    @Test
    void fittingShowsTheWholeMosaicCentred() {
        Viewport fitted = Viewport.fit(2000, 1000, 820, 620, 10);

        assertThat(fitted.scale()).isEqualTo(0.4);
        assertThat(fitted.onScreen(0, 0, 2000, 1000)).isEqualTo(new Rectangle(10, 110, 800, 400));
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        Viewport before = new Viewport(0.5, 30, -20);
        Viewport after = before.zoomed(1.7, 200, 150);

        assertThat(after.scale()).isEqualTo(0.85);
        assertThat(after.mosaicX(200)).isCloseTo(before.mosaicX(200), within(1e-9));
        assertThat(after.mosaicY(150)).isCloseTo(before.mosaicY(150), within(1e-9));
    }

    @Test
    void zoomingStopsAtLimits() {
        Viewport viewport = new Viewport(1, 0, 0);

        assertThat(viewport.zoomed(1e9, 0, 0).scale()).isEqualTo(32);
        assertThat(viewport.zoomed(1e-9, 0, 0).scale()).isEqualTo(0.01);
    }

    @Test
    void neighboursLeaveNoGapAtAnyScale() {
        for (double scale = 0.03; scale < 3; scale *= 1.13) {
            Viewport viewport = new Viewport(scale, 1.37, 2.91);
            Rectangle left = viewport.onScreen(0, 0, 33, 33);
            Rectangle right = viewport.onScreen(33, 0, 33, 33);
            assertThat(right.x).isEqualTo(left.x + left.width);
        }
    }
}
