// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.sample.SampleTile.PixelClass;
import org.tessera.engine.slice.Grid;

class SampleMosaicTest {
    private static final List<SampleTile> TILES = SampleMosaic.tiles(1);

    @Test
    void theSameSeedGivesTheSamePixelsOnEveryMachine() {
        String pixels = Fingerprint.of(
                TILES.stream().map(tile -> Fingerprint.of(tile.image())).toList());

        assertThat(pixels).isEqualTo("2f770258383c4bbbc4f0440fc39d01dbcd9924f0c7bfd3e0ce927fea1d1c852d");
        assertThat(Fingerprint.of(SampleMosaic.tiles(2).get(0).image()))
                .isNotEqualTo(Fingerprint.of(TILES.get(0).image()));
    }

    @Test
    void sixTilesOfTwoRowsAndThreeColumnsLieInTheRangeOfAMicrograph() {
        assertThat(TILES).extracting(SampleTile::name).hasSize(6).contains("Tile_002-003-000_0-000.tif");
        for (SampleTile tile : TILES) {
            long sum = 0;
            for (short pixel : tile.image().pixels()) {
                sum += pixel & 0xffff;
            }
            assertThat(sum / 1_000_000).isBetween(10_000L, 12_500L);
        }
    }

    @Test
    void crystalsAreDarkAndRareAndEveryClassIsThere() {
        for (PixelClass wanted : PixelClass.values()) {
            assertThat(slices(wanted)).as("slices with %s", wanted).isPositive();
        }
        assertThat(slices(PixelClass.CRYSTAL)).isLessThan(slices(PixelClass.FILM) / 4);
    }

    @Test
    void oneTileHasADarkerBorder() {
        assertThat(rowMean(TILES.get(5), 995)).isLessThan(0.93 * rowMean(TILES.get(5), 900));
        assertThat(rowMean(TILES.get(0), 995)).isGreaterThan(0.95 * rowMean(TILES.get(0), 900));
    }

    private static double rowMean(SampleTile tile, int y) {
        double sum = 0;
        for (int x = 0; x < SampleMosaic.SIDE; x++) {
            sum += tile.image().value(x, y);
        }
        return sum / SampleMosaic.SIDE;
    }

    private static int slices(PixelClass wanted) {
        int found = 0;
        for (SampleTile tile : TILES) {
            for (boolean with : tile.truth().slicesWith(wanted, new Grid(16, 16), 0.02)) {
                found += with ? 1 : 0;
            }
        }
        return found;
    }
}
