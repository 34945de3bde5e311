// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

/**
 * A grey image in memory, 0..65535 a pixel, row by row from the top left. Immutable by agreement: {@link #pixels()} is the
 * array itself, for speed.
 */
public final class GrayImage {
    private final int width;
    private final int height;
    private final int bitDepth;
    private final short[] pixels;

    /**
     * @param width pixels a row, 1 or more
     * @param height rows, 1 or more
     * @param bitDepth of the source, 8 or 16
     * @param pixels unsigned values, row-major, {@code width * height} of them; not copied
     */
    public GrayImage(int width, int height, int bitDepth, short[] pixels) {
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels in " + pixels.length);
        }
        this.width = width;
        this.height = height;
        this.bitDepth = bitDepth;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Bits a sample in the source: 8 or 16. */
    public int bitDepth() {
        return bitDepth;
    }

    /** The unsigned values, row-major; do not change them. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public short[] pixels() {
        return pixels;
    }

    /** The value at a place, 0..65535. */
    public int value(int x, int y) {
        return Short.toUnsignedInt(pixels[y * width + x]);
    }
}
