// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Alignment;
import org.tessera.engine.compare.Partition;
import org.tessera.store.RunRecord;

/**
 * What a run would be that is not recorded.
 *
 * @param details its record has the number {@link RunRecord#UNRECORDED}
 * @param identical the recorded run that was asked the same, if there is one
 * @param matches for each of its clusters the one of the run it is compared with that it is, see {@link Alignment}, or -1; empty where it is compared with none
 */
public record LiveResult(RunDetails details, Optional<RunRecord> identical, List<Integer> matches) {
    public LiveResult {
        matches = List.copyOf(matches);
    }

    /** The same, compared with a run, or with none. */
    public LiveResult comparedWith(@Nullable RunDetails run) {
        boolean sameMosaic = run != null && run.layout().equals(details.layout());
        return new LiveResult(
                details,
                identical,
                run == null || !sameMosaic
                        ? List.of()
                        : padded(Alignment.of(partition(details).with(partition(run)))
                                .matches()));
    }

    /** Clusters that share nothing with the other run are in no contingency table. */
    private List<Integer> padded(List<Integer> found) {
        List<Integer> all = new ArrayList<>(found);
        all.addAll(Collections.nCopies(details.run().clusterSizes().size() - found.size(), -1));
        return all;
    }

    private static Partition partition(RunDetails of) {
        return new Partition(
                of.slices(), of.labels().stream().mapToInt(Integer::intValue).toArray());
    }
}
