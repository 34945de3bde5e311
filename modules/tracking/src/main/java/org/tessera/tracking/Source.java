// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.nio.file.Path;
import org.tessera.engine.image.ImageSet;

/** What runs are made from. */
public sealed interface Source {
    /**
     * Images, to be cut into slices.
     *
     * @param set the images
     */
    record Images(ImageSet set) implements Source {}

    /**
     * A feature table that somebody made.
     *
     * @param file a CSV file, see {@link org.tessera.engine.statistic.FeatureTableCsv}
     */
    record Table(Path file) implements Source {}
}
