// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import org.tessera.engine.image.ImageInfo;

/**
 * An image as recorded.
 *
 * @param info what it was when it was read; for the images named in a feature table size and pixels are unknown (0, "")
 * @param mosaicCell {@code row * columns + column} in its mosaic
 */
public record StoredImage(ImageInfo info, int mosaicCell) {}
