// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;

class PowerSumsTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    private static ImageSlices grid(int rows, int columns) {
        return ImageSlices.of(Slicing.of(new Grid(rows, columns)), WIDTH, HEIGHT);
    }

    /** Noise of the full range, its two ends alone, one value, values about the origin of the sums. */
    private static short[] pixels(String kind) {
        SplittableRandom random = new SplittableRandom(6);
        short[] pixels = new short[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short)
                    switch (kind) {
                        case "noise" -> random.nextInt(65536);
                        case "ends" -> random.nextInt(2) * 65535;
                        case "one" -> 65535;
                        default -> 32767 + random.nextInt(3);
                    };
        }
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise", "ends", "one", "origin"})
    void aSliceOfCellsHasTheMomentsOfItsPixelsToTheLastBit(String kind) {
        short[] pixels = pixels(kind);
        List<ImageSlices> grids = List.of(grid(2, 3), grid(5, 4), grid(7, 9), grid(6, 6));
        PowerSums sums = PowerSums.of(grids, WIDTH).orElseThrow();
        for (int top = 0; top < HEIGHT; top += 11) {
            int count = Math.min(11, HEIGHT - top);
            short[] band = Arrays.copyOfRange(pixels, top * WIDTH, (top + count) * WIDTH);
            sums.rows(top, count, band);
        }
        PowerSums.OfSlice ofSlice = new PowerSums.OfSlice();
        for (ImageSlices grid : grids) {
            assertThat(sums.covers(grid)).isTrue();
            KeptPixels direct = new KeptPixels(grid.height() * grid.width());
            KeptPixels merged = new KeptPixels(grid.height() * grid.width());
            for (int slice = 0; slice < grid.count(); slice++) {
                int top = slice / grid.columns() * grid.height();
                int left = slice % grid.columns() * grid.width();
                for (KeptPixels counter : List.of(direct, merged)) {
                    counter.begin();
                    for (int y = top; y < top + grid.height(); y++) {
                        counter.add(pixels, y * WIDTH + left, grid.width());
                    }
                }
                direct.finish();
                sums.slice(left, top, left + grid.width(), top + grid.height(), ofSlice);
                merged.finish(ofSlice);

                assertThat(numbers(merged)).isEqualTo(numbers(direct));
            }
        }
    }

    private static List<Double> numbers(SliceSummary summary) {
        return List.of(
                (double) summary.count(),
                (double) summary.min(),
                (double) summary.max(),
                summary.mean(),
                summary.variance(),
                summary.thirdMoment(),
                summary.fourthMoment());
    }

    @Test
    void oneGridAloneNeedsNoCells() {
        assertThat(PowerSums.of(List.of(grid(4, 4)), WIDTH)).isEmpty();
    }

    @Test
    void gridsSoFineThatTheirCellsAreAFewPixelsAreLeftOut() {
        List<ImageSlices> grids =
                IntStream.of(2, 3, 4, 59, 61, 67).mapToObj(g -> grid(g, g)).toList();

        PowerSums sums = PowerSums.of(grids, WIDTH).orElseThrow();

        assertThat(grids.stream().filter(sums::covers))
                .containsExactly(grid(2, 2), grid(3, 3), grid(4, 4), grid(59, 59));
    }
}
