// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sample;

import org.tessera.engine.image.GrayImage;
import org.tessera.engine.slice.Grid;

/**
 * One tile of the sample mosaic and the truth about it.
 *
 * @param name file name, with row and column of the mosaic
 * @param image what the microscope sees
 * @param truth the class of every pixel
 */
public record SampleTile(String name, GrayImage image, Truth truth) {
    /** What a pixel shows. */
    public enum PixelClass {
        FILM((byte) 0),
        HOLE((byte) 1),
        CRYSTAL((byte) 2);

        private final byte code;

        PixelClass(byte code) {
            this.code = code;
        }

        byte code() {
            return code;
        }
    }

    /** The class of every pixel of a tile. */
    public static final class Truth {
        private final int width;
        private final int height;
        private final byte[] classes;

        Truth(int width, int height, byte[] classes) {
            this.width = width;
            this.height = height;
            this.classes = classes;
        }

        /** For each slice, rows then columns, whether at least {@code share} (0..1) of its pixels are of the class. */
        public boolean[] slicesWith(PixelClass wanted, Grid grid, double share) {
            int sliceHeight = grid.sliceHeight(height);
            int sliceWidth = grid.sliceWidth(width);
            boolean[] with = new boolean[grid.slices()];
            for (int i = 0; i < with.length; i++) {
                int top = i / grid.columns() * sliceHeight;
                int left = i % grid.columns() * sliceWidth;
                int found = 0;
                for (int y = top; y < top + sliceHeight; y++) {
                    for (int x = left; x < left + sliceWidth; x++) {
                        found += classes[y * width + x] == wanted.code() ? 1 : 0;
                    }
                }
                with[i] = found >= share * sliceHeight * sliceWidth && found > 0;
            }
            return with;
        }
    }
}
