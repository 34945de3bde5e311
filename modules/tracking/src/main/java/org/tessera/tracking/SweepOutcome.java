// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import org.tessera.store.RunRecord;

/**
 * A sweep that was asked for.
 *
 * @param sweep its number
 * @param outcomes one for each combination of parameters, in order
 */
public record SweepOutcome(long sweep, List<RunOutcome> outcomes) {
    public SweepOutcome {
        outcomes = List.copyOf(outcomes);
    }

    /** The run of every combination, those opened included. */
    public List<RunRecord> runs() {
        return outcomes.stream().map(RunOutcome::run).toList();
    }

    /** Combinations that were known already and not run again. */
    public int skippedIdentical() {
        return (int) outcomes.stream().filter(RunOutcome::opened).count();
    }
}
