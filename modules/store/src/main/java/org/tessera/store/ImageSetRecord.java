// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.MosaicLayout;

/**
 * The images of one mosaic, or the feature table given in their place, as recorded.
 *
 * @param kind which of the two
 * @param name as shown
 * @param contentKey made from the decoded pixels of all images and their places; for a table from its contents
 * @param mosaicRows 1 or more
 * @param mosaicColumns 1 or more
 * @param images in order
 */
public record ImageSetRecord(
        Kind kind, String name, String contentKey, int mosaicRows, int mosaicColumns, List<StoredImage> images) {
    /** What was given. */
    public enum Kind {
        IMAGES,
        TABLE
    }

    public ImageSetRecord {
        images = List.copyOf(images);
    }

    /** Where the images lie, by their recorded sizes: no file is touched. */
    public MosaicLayout layout() {
        return MosaicLayout.of(
                toImageSet().mosaic(),
                images.stream().map(image -> image.info().width()).toList(),
                images.stream().map(image -> image.info().height()).toList());
    }

    /** The set to read again; the files may since have gone. */
    public ImageSet toImageSet() {
        List<ImageFile> files =
                images.stream().map(image -> image.info().file()).toList();
        List<Integer> cells = images.stream().map(StoredImage::mosaicCell).toList();
        return new ImageSet(name, files, new Mosaic(mosaicRows, mosaicColumns, cells));
    }
}
