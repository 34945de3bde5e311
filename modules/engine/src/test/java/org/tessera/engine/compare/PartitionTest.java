// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;

class PartitionTest {
    private static final MosaicLayout LAYOUT =
            MosaicLayout.of(new Mosaic(1, 2, List.of(0, 1)), List.of(60, 45), List.of(30, 30));

    private static final long PIXELS = pixels();

    private static Partition of(Grid grid, int... labels) {
        return new Partition(SliceRect.of(LAYOUT, Slicing.of(grid)), labels);
    }

    @Test
    void theSameSlicesAreCounted() {
        Contingency table = of(new Grid(1, 2), 0, 0, 1, -1).with(of(new Grid(1, 2), 0, 1, 1, 1));

        assertThat(table.slices()).isEqualTo(3);
        assertThat(table.count(0, 1)).isEqualTo(1);
    }

    @Test
    void differentGridsMeetInThePixelsOfTheirCommonCells() {
        Partition halves = of(new Grid(1, 2), 0, 1, 0, 1);
        Partition thirds = of(new Grid(1, 3), 0, 0, 1, 0, 0, 1);

        Contingency table = halves.with(thirds);

        // image 1: halves of 30, thirds of 20 pixels, 30 high; image 2: halves of 22 (what is left is dropped), thirds
        // of 15
        assertThat(table.count(0, 0)).isEqualTo((30 + 22) * 30);
        assertThat(table.count(0, 1)).isZero();
        assertThat(table.count(1, 0)).isEqualTo((10 + 8) * 30);
        assertThat(table.count(1, 1)).isEqualTo((20 + 14) * 30);
        assertThat(halves.sameSlices(thirds)).isFalse();
    }

    @Test
    void thePixelsOfAPartitionAgreeWithThoseOfAFinerOneOfTheSameClusters() {
        Partition coarse = of(new Grid(1, 1), 0, 1);
        Partition fine = of(new Grid(3, 5), repeated(15, 0, 1));

        assertThat(coarse.with(fine).adjustedRand()).isCloseTo(1, within(1e-12));
        assertThat(Alignment.of(fine.with(coarse)).kept()).isEqualTo(1);
    }

    @Test
    void whatLiesOverASliceIsToldInPixels() {
        Partition halves = of(new Grid(1, 2), 0, 1, 2, 3);
        Partition thirds = of(new Grid(1, 3), 0, 0, 1, 0, 0, 1);

        assertThat(thirds.under(halves)).isDeepEqualTo(new long[][] {
            {600, 0, 0, 0, 0},
            {300, 300, 0, 0, 0},
            {0, 600, 0, 0, 0},
            {0, 0, 450, 0, 0},
            {0, 0, 7 * 30, 8 * 30, 0},
            {0, 0, 0, 14 * 30, 30}
        });
        assertThat(halves.under(of(new Grid(1, 2), 0, 0, -1, 1)))
                .as("slices that are the same count once")
                .isDeepEqualTo(new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}});
    }

    @Test
    void partitionsDisagreeWhereASliceDoesNotKeepItsCluster() {
        Partition halves = of(new Grid(1, 2), 0, 1, 0, 1);
        Partition thirds = of(new Grid(1, 3), 1, 1, 0, 1, 1, 0);

        assertThat(Disagreement.of(halves, List.of(thirds)))
                .as("of clusters under other numbers")
                .containsExactly(0.0, 1 - 20.0 / 30, 0.0, 1 - 14.0 / 22);
        assertThat(Disagreement.of(halves, List.of(halves, thirds)))
                .containsExactly(0.0, (1 - 20.0 / 30) / 2, 0.0, (1 - 14.0 / 22) / 2);
        assertThat(Disagreement.of(halves, List.of())).containsOnly(Double.NaN);
        assertThat(Disagreement.of(of(new Grid(1, 2), -1, 0, 0, 1), List.of(halves)))
                .as("a cluster that is new is nowhere the same, and what has no cluster says nothing")
                .containsExactly(Double.NaN, 1.0, 0.0, 0.0);
    }

    private static int[] repeated(int each, int... labels) {
        int[] all = new int[each * labels.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = labels[i / each];
        }
        return all;
    }

    @Test
    void agreementIsTheSameFromEitherSideAndCountsEveryPixel() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            Partition a = of(new Grid(5, 6), random.ints(60, 0, 4).toArray());
            Partition b = of(new Grid(6, 5), random.ints(60, 0, 3).toArray());

            Contingency there = a.with(b);
            Contingency back = b.with(a);

            assertThat(there.adjustedRand()).isCloseTo(back.adjustedRand(), within(1e-12));
            assertThat(there.slices()).isEqualTo(back.slices()).isEqualTo(PIXELS);
            assertThat(a.with(a).adjustedRand()).isEqualTo(1);
        }
    }

    /** Pixels that slices of both cover, one after the other. */
    private static long pixels() {
        List<SliceRect> ours = SliceRect.of(LAYOUT, Slicing.of(new Grid(5, 6)));
        List<SliceRect> theirs = SliceRect.of(LAYOUT, Slicing.of(new Grid(6, 5)));
        long count = 0;
        for (int y = 0; y < LAYOUT.height(); y++) {
            for (int x = 0; x < LAYOUT.width(); x++) {
                count += covers(ours, x, y) && covers(theirs, x, y) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean covers(List<SliceRect> slices, int x, int y) {
        return slices.stream()
                .anyMatch(s -> x >= s.x() && x < s.x() + s.width() && y >= s.y() && y < s.y() + s.height());
    }
}
