// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recorded sweep.
 *
 * @param id its number in this store
 * @param project name of its project
 * @param experiment name of its experiment
 * @param imageSet id of its image set
 * @param status where it stands
 * @param planned runs asked for
 * @param started when
 * @param finished when, or null while it runs
 * @param known runs that were known when it asked for them, and are of another sweep or of none
 */
public record SweepRecord(
        long id,
        String project,
        String experiment,
        long imageSet,
        Status status,
        int planned,
        Instant started,
        @Nullable Instant finished,
        Set<Long> known) {
    public SweepRecord {
        known = Set.copyOf(known);
    }

    /** Whether a run belongs to it. */
    public boolean has(RunRecord run) {
        return (run.sweep() != null && run.sweep() == id) || known.contains(run.id());
    }
}
