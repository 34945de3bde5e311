// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.Landscape;
import org.tessera.tracking.landscape.VaryingParameter;

/**
 * What the landscape window shows.
 *
 * @param sentence in place of everything while there is no landscape
 * @param of which runs
 * @param runs all of them
 * @param varying the parameters in which they differ
 * @param landscape null while there is none
 * @param fixed values that the other parameters must have; the best of all counts where one has none
 * @param score which
 * @param contour whether lines of equal score are drawn in place of cells
 * @param selected number of the run in hand, or null
 * @param queued places that are to be run
 */
record LandscapeState(
        String sentence,
        String of,
        List<RunRecord> runs,
        List<VaryingParameter> varying,
        @Nullable Landscape landscape,
        Map<String, String> fixed,
        ScoreName score,
        boolean contour,
        @Nullable Long selected,
        int queued) {
    static final String TOO_FEW = "Runs that differ in two parameters make a landscape; sweep over two.";
    static final LandscapeState EMPTY =
            new LandscapeState(TOO_FEW, "", List.of(), List.of(), null, Map.of(), ScoreName.SILHOUETTE, false, null, 0);

    LandscapeState {
        runs = List.copyOf(runs);
        varying = List.copyOf(varying);
        fixed = Map.copyOf(fixed);
    }

    LandscapeState withContour(boolean other) {
        return new LandscapeState(sentence, of, runs, varying, landscape, fixed, score, other, selected, queued);
    }

    LandscapeState withSelected(@Nullable Long other) {
        return new LandscapeState(sentence, of, runs, varying, landscape, fixed, score, contour, other, queued);
    }

    LandscapeState withQueued(int other) {
        return new LandscapeState(sentence, of, runs, varying, landscape, fixed, score, contour, selected, other);
    }

    /** The parameters that lie along no axis. */
    List<VaryingParameter> rest() {
        Landscape shown = landscape;
        return shown == null
                ? List.of()
                : varying.stream()
                        .filter(parameter -> !parameter.equals(shown.x()) && !parameter.equals(shown.y()))
                        .toList();
    }

    /** The run of which new runs take what is not along the axes: the one in hand, else the best. */
    Optional<RunRecord> base() {
        Landscape shown = landscape;
        if (shown == null) {
            return Optional.empty();
        }
        return runs.stream()
                .filter(run -> selected != null && run.id() == selected)
                .findFirst()
                .or(() -> shown.best(score).map(Landscape.Cell::run))
                .or(() -> runs.stream().findFirst());
    }
}
