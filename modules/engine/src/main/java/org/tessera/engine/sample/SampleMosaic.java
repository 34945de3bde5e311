// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;

/**
 * Makes a believable transmission micrograph of a holey film with crystals: 2 x 3 tiles of 1000 x 1000 pixels, 16 bits,
 * unevenly lit, noisy, one tile with a darker border. The same seed gives the same pixels on every machine.
 */
public final class SampleMosaic {
    /** Rows of the mosaic. */
    public static final int ROWS = 2;

    /** Columns of the mosaic. */
    public static final int COLUMNS = 3;

    /** Pixels a side of a tile. */
    public static final int SIDE = 1000;

    private static final int STEP_AT = 752;
    private static final int BORDER = 46;

    private SampleMosaic() {}

    /** The tiles, rows then columns. */
    public static List<SampleTile> tiles(long seed) {
        SampleScene scene = SampleScene.draw(COLUMNS * SIDE, ROWS * SIDE, seed);
        List<SampleTile> tiles = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                SplittableRandom random = new SplittableRandom(seed * 31 + row * (long) COLUMNS + column + 1);
                tiles.add(tile(scene, row, column, random));
            }
        }
        return tiles;
    }

    /** Writes the tiles into a folder as TIFF files whose names give row and column. */
    public static List<SampleTile> write(Path folder, long seed) {
        List<SampleTile> tiles = tiles(seed);
        for (SampleTile tile : tiles) {
            PictureFiles.writeTiff(tile.image(), folder.resolve(tile.name()));
        }
        return tiles;
    }

    private static SampleTile tile(SampleScene scene, int row, int column, SplittableRandom random) {
        short[] pixels = new short[SIDE * SIDE];
        byte[] classes = new byte[SIDE * SIDE];
        double lampX = 0.30 + 0.12 * random.nextDouble();
        double lampY = 0.52 + 0.10 * random.nextDouble();
        boolean border = row == ROWS - 1 && column == COLUMNS - 1;
        double[] streak = new double[SIDE];
        for (int x = 0; x < SIDE; x++) {
            streak[x] = noise(random);
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int at = (row * SIDE + y) * scene.width() + column * SIDE + x;
                double light = light(x / (double) SIDE - lampX, y / (double) SIDE - lampY) * (x < STEP_AT ? 1 : 0.982);
                double value = scene.value(at) * light + (165 + 0.012 * scene.value(at)) * noise(random);
                if (border && y >= SIDE - BORDER) {
                    double depth = (y - SIDE + BORDER) / (double) BORDER;
                    value = value * (0.95 - 0.10 * depth) + 420 * depth * streak[x];
                }
                int i = y * SIDE + x;
                pixels[i] = (short) Math.max(0, Math.min(65535, Math.round(value)));
                classes[i] = scene.classCode(at);
            }
        }
        String name = "Tile_%03d-%03d-000_0-000.tif".formatted(row + 1, column + 1);
        return new SampleTile(name, new GrayImage(SIDE, SIDE, 16, pixels), new SampleTile.Truth(SIDE, SIDE, classes));
    }

    private static double light(double x, double y) {
        double squared = x * x + 1.25 * y * y;
        return 1.035 - 0.20 * squared - 0.05 * x;
    }

    /** About normal, mean 0, standard deviation 1: twelve 5-bit uniforms from one draw. */
    static double noise(SplittableRandom random) {
        long bits = random.nextLong();
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (int) (bits >>> (5 * i)) & 31;
        }
        return (sum - 186) / 31.98;
    }
}
