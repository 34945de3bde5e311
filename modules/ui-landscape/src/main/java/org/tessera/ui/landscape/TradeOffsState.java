// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.ParetoFront;
import org.tessera.tracking.landscape.VaryingParameter;

/**
 * What the window of trade-offs shows of some runs.
 *
 * @param of which runs
 * @param runs all of them
 * @param varying the parameters in which they differ
 * @param front the best trade-offs of two scores
 * @param selected number of the run in hand, or null
 */
record TradeOffsState(
        String of,
        List<RunRecord> runs,
        List<VaryingParameter> varying,
        ParetoFront front,
        @Nullable Long selected) {
    static final ScoreName SECOND = new ScoreName(Metric.DAVIES_BOULDIN, Space.CLUSTERED);
    static final TradeOffsState EMPTY = new TradeOffsState(
            "", List.of(), List.of(), new ParetoFront(ScoreName.SILHOUETTE, SECOND, List.of(), List.of()), null);

    TradeOffsState {
        runs = List.copyOf(runs);
        varying = List.copyOf(varying);
    }

    TradeOffsState withSelected(@Nullable Long other) {
        return new TradeOffsState(of, runs, varying, front, other);
    }
}
