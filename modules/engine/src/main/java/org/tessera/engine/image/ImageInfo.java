// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import org.jspecify.annotations.Nullable;

/**
 * What identifies an image once it has been read.
 *
 * @param file the file and its page
 * @param width pixels
 * @param height pixels
 * @param bitDepth 8 or 16
 * @param bytes size of the file
 * @param fileSha256 fingerprint of the file's bytes, hexadecimal
 * @param pixelSha256 fingerprint of the decoded grey pixels and their size, hexadecimal: equal for the same picture in
 *     another file format or under another name
 * @param pages how many pages the file has
 * @param pixelSize on the sample; null where the file does not say
 */
public record ImageInfo(
        ImageFile file,
        int width,
        int height,
        int bitDepth,
        long bytes,
        String fileSha256,
        String pixelSha256,
        int pages,
        @Nullable PixelSize pixelSize) {
    /** Of a file of one page that says no pixel size. */
    public ImageInfo(
            ImageFile file, int width, int height, int bitDepth, long bytes, String fileSha256, String pixelSha256) {
        this(file, width, height, bitDepth, bytes, fileSha256, pixelSha256, 1, null);
    }
}
