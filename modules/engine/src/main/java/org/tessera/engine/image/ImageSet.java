// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.util.List;
import org.tessera.engine.task.ProblemException;

/**
 * The images of one mosaic.
 *
 * @param name as shown: the folder's name
 * @param images in natural name order, 1 or more
 * @param mosaic where each lies
 */
public record ImageSet(String name, List<ImageFile> images, Mosaic mosaic) {
    public ImageSet {
        images = List.copyOf(images);
        if (images.isEmpty()) {
            throw new ProblemException("There is no image in " + name + "; name a folder with images.");
        }
        if (images.size() != mosaic.cells().size()) {
            throw new IllegalArgumentException(
                    images.size() + " images, " + mosaic.cells().size() + " cells");
        }
    }
}
