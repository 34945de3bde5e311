// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.LinePlot;
import org.tessera.charts.ScoreCurves;
import org.tessera.charts.ScoredRun;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

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
    private final Newest<Curves> newest;
    private @Nullable Curves shown;

    private record Curves(SessionState of, ScoreCurves curves) {}

    ScoresPresenter(Workbench workbench, ScoreCurves.Axis axis, View view) {
        this.session = workbench.session();
        this.axis = axis;
        this.view = view;
        this.newest = new Newest<>(workbench.tasks(), "Score curves", this::computed);
        session.addListener(this::changed);
        ask(session.state());
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
        Curves now = shown;
        if (now == null || !after.plotsAs(now.of)) {
            ask(after);
        } else if (!Objects.equals(before.run(), after.run())) {
            newest.drop();
            show(now);
        }
    }

    /** Ten thousand runs take a while to sort into lines. */
    private void ask(SessionState state) {
        newest.request(monitor -> {
            List<ScoredRun> runs = state.plottedRuns().stream()
                    .filter(run -> run.score(state.score()).isPresent())
                    .map(run -> scored(run, state.score()))
                    .toList();
            monitor.check();
            return new Curves(state, new ScoreCurves(runs, state.score(), axis));
        });
    }

    private void computed(Outcome<Curves> outcome) {
        if (outcome instanceof Outcome.Done<Curves> done) {
            shown = done.result();
            show(done.result());
        }
    }

    private void show(Curves curves) {
        Long selected = session.state().run();
        view.show(curves.curves.plot(selected), curves.of.score(), curves.of.plottedName());
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
