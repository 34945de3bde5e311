// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;

/**
 * What a run would be that is not recorded.
 *
 * @param details its record has the number {@link RunRecord#UNRECORDED}
 * @param identical the recorded run that was asked the same, if there is one
 * @param matches for each of its clusters the one of the run it is compared with that covers most of the same places, each
 *     once, or -1; empty where it is compared with none
 */
public record LiveResult(RunDetails details, Optional<RunRecord> identical, List<Integer> matches) {
    public LiveResult {
        matches = List.copyOf(matches);
    }

    /** The same, compared with a run, or with none. */
    public LiveResult comparedWith(@Nullable RunDetails run) {
        return new LiveResult(details, identical, run == null ? List.of() : ClusterMatch.of(details, run));
    }
}
