// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tessera.charts.LinePlot;
import org.tessera.charts.ScoreCurves;
import org.tessera.charts.ScoredRun;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;

/** A score of the selected sweep over one parameter, or of all runs of the selected image set. */
final class ScoresPresenter {
    /** Shows a plot. */
    interface View {
        /** The plot, or nothing where there are too few runs; of which score and which runs. */
        void show(Optional<LinePlot> plot, ScoreName score, String of);
    }

    private final Session session;
    private final ScoreCurves.Axis axis;
    private final View view;

    ScoresPresenter(Session session, ScoreCurves.Axis axis, View view) {
        this.session = session;
        this.axis = axis;
        this.view = view;
        show(session.state());
        session.addListener(this::changed);
    }

    /** The user wants another score, here and everywhere. */
    void choose(ScoreName score) {
        session.selectScore(score);
    }

    /** The user has clicked the point of a run. */
    void open(long run) {
        session.selectRun(run);
    }

    private void changed(SessionState before, SessionState after) {
        if (!before.score().equals(after.score())
                || !before.snapshot().equals(after.snapshot())
                || !before.selection().equals(after.selection())) {
            show(after);
        }
    }

    private void show(SessionState state) {
        ScoreName score = state.score();
        List<ScoredRun> runs = state.plottedRuns().stream()
                .filter(run -> run.score(score).isPresent())
                .map(run -> scored(run, score))
                .toList();
        String of = state.sweep() != null
                ? "Sweep " + state.sweep()
                : state.selectedImageSet()
                        .map(entry -> "all runs of " + entry.set().name())
                        .orElse("");
        view.show(ScoreCurves.plot(runs, score, axis, state.run()), score, of);
    }

    private static ScoredRun scored(RunRecord run, ScoreName score) {
        int components = run.explainedVarianceRatio().size();
        return new ScoredRun(
                run.id(),
                run.parameterTexts(),
                components == 0 ? OptionalInt.empty() : OptionalInt.of(components),
                run.score(score).orElseThrow(),
                run.degenerate());
    }
}
