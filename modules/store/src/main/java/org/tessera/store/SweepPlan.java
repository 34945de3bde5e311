// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep that is not done was to make.
 *
 * @param sweep the sweep
 * @param placement where its runs are filed, and what is said of each
 * @param again whether known runs are made again
 * @param slots one for each run, in order; none where a version before plans were kept began it
 */
public record SweepPlan(SweepRecord sweep, Placement placement, boolean again, List<Slot> slots) {
    /**
     * A run that was planned.
     *
     * @param ordinal its place, 0 or more
     * @param parameters what it is to do
     * @param run its number once it is there, else null
     */
    public record Slot(
            int ordinal,
            Map<String, @Nullable Object> parameters,
            @Nullable Long run) {}

    public SweepPlan {
        slots = List.copyOf(slots);
    }

    /** Those that are not there yet. */
    public List<Slot> missing() {
        return slots.stream().filter(slot -> slot.run() == null).toList();
    }
}
