// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.truth.TruthLayer;

/**
 * A version of a ground-truth layer as recorded.
 *
 * @param id its number
 * @param imageSet number of the image set it was saved for
 * @param name of the layer
 * @param version 1 for the first of that name
 * @param layer what it says
 * @param created when it was saved
 * @param deleted when it was deleted, null if it is not
 */
public record TruthRecord(
        long id,
        long imageSet,
        String name,
        int version,
        TruthLayer layer,
        Instant created,
        @Nullable Instant deleted) {}
