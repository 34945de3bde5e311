// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

/**
 * One slice: which image, which cell of its grid.
 *
 * @param image position of the image in its set, from 0
 * @param row from 0, top
 * @param column from 0, left
 */
public record SliceRef(int image, int row, int column) {
    public SliceRef {
        if (image < 0 || row < 0 || column < 0) {
            throw new IllegalArgumentException("negative: " + image + ", " + row + ", " + column);
        }
    }
}
