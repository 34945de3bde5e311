// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;

/**
 * What came of importing a bundle.
 *
 * @param recorded runs that were new
 * @param identical runs that were here already
 * @param changed numbers of the runs that were here and got tags, stars, notes or names
 * @param conflicts sentences on what differs and how both were kept
 * @param layers numbers of the ground-truth layers that were new
 */
public record ImportReport(
        List<Entry> recorded, List<Entry> identical, List<Long> changed, List<String> conflicts, List<Long> layers) {
    /**
     * A run of the bundle.
     *
     * @param bundled its number where it came from
     * @param run its number here
     */
    public record Entry(long bundled, long run) {}

    public ImportReport {
        recorded = List.copyOf(recorded);
        identical = List.copyOf(identical);
        changed = List.copyOf(changed);
        conflicts = List.copyOf(conflicts);
        layers = List.copyOf(layers);
    }
}
