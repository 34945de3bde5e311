// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

/** Takes the pixels of one image from top to bottom, some rows at a time. */
public interface PixelSink {
    /** Takes pixels and does nothing with them: for their fingerprint alone. */
    PixelSink NONE = new PixelSink() {
        @Override
        public void begin(int width, int height, int bitDepth) {}

        @Override
        public void rows(int top, int count, short[] pixels) {}
    };

    /**
     * Called once, first.
     *
     * @param width pixels a row
     * @param height rows
     * @param bitDepth of the source, 8 or 16
     */
    void begin(int width, int height, int bitDepth);

    /**
     * Called for one band after the other.
     *
     * @param top first row of the band
     * @param count rows in the band
     * @param pixels unsigned values, row-major; overwritten after the call
     */
    void rows(int top, int count, short[] pixels);
}
