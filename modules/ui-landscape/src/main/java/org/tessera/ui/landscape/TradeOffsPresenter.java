// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.landscape.ParameterEffect;
import org.tessera.tracking.landscape.ParetoFront;
import org.tessera.tracking.landscape.VaryingParameter;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** Two scores of the selected sweep, or of all runs of the image set, against each other; all parameters; their effects. */
final class TradeOffsPresenter {
    /** The most runs whose partitions are compared to see what a parameter does. */
    static final int MOST_COMPARED = 1000;

    /** Shows them. */
    interface View {
        /** Other runs, scores or another run in hand. */
        void show(TradeOffsState state);

        /** What each parameter does; a sentence in place of it while there is nothing. */
        void showEffects(List<ParameterEffect> effects, String sentence);
    }

    private final Workbench workbench;
    private final View view;
    private final Newest<TradeOffsState> newest;
    private final Newest<List<ParameterEffect>> effects;
    private TradeOffsState state = TradeOffsState.EMPTY;
    private ScoreName second = TradeOffsState.SECOND;
    private boolean wantsEffects;
    private final Follower follower;
    private List<RunRecord> judged = List.of();
    private @Nullable ScoreName judgedBy;

    TradeOffsPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        this.newest = new Newest<>(workbench.tasks(), "Trade-offs", this::computed);
        this.effects = new Newest<>(workbench.tasks(), "Effects of parameters", this::judged);
        view.show(state);
        this.follower = new Follower(workbench.session(), this::compute, run -> show(state.withSelected(run)));
    }

    /** Whether the window is seen: only then is anything computed. */
    void setShowing(boolean shown) {
        follower.setShowing(shown);
    }

    private void compute(SessionState session) {
        ScoreName other = second;
        newest.request(monitor -> {
            List<RunRecord> runs = session.plottedRuns();
            String of = session.plottedName();
            return new TradeOffsState(
                    of, runs, VaryingParameter.of(runs), ParetoFront.of(runs, session.score(), other), session.run());
        });
    }

    private void computed(Outcome<TradeOffsState> outcome) {
        if (outcome instanceof Outcome.Done<TradeOffsState> done) {
            show(done.result().withSelected(workbench.session().state().run()));
            judge();
        } else if (outcome instanceof Outcome.Failed<TradeOffsState> failed) {
            view.showEffects(List.of(), failed.message());
        }
    }

    private void show(TradeOffsState other) {
        state = other;
        view.show(other);
    }

    /** The user wants another first score, here and everywhere. */
    void chooseFirst(ScoreName score) {
        workbench.session().selectScore(score);
    }

    /** The user wants another second score. */
    void chooseSecond(ScoreName score) {
        second = score;
        compute(workbench.session().state());
    }

    /** Whether effects are looked at: only then are partitions compared. */
    void setWantsEffects(boolean wanted) {
        wantsEffects = wanted;
        judge();
    }

    private void judge() {
        List<RunRecord> runs = state.runs();
        ScoreName score = state.front().one();
        if (!wantsEffects || (runs.equals(judged) && score.equals(judgedBy))) {
            return;
        }
        judged = runs;
        judgedBy = score;
        if (state.varying().isEmpty()) {
            effects.drop();
            view.showEffects(List.of(), "Runs that differ in a parameter show what it does; sweep over it.");
        } else if (runs.size() > MOST_COMPARED) {
            effects.drop();
            view.showEffects(
                    List.of(),
                    runs.size() + " runs are too many to compare all partitions; select a sweep of " + MOST_COMPARED
                            + " or fewer.");
        } else {
            view.showEffects(List.of(), "Comparing the partitions …");
            effects.request(workbench.reading((store, monitor) -> effects(store, runs, score, monitor)));
        }
    }

    private static List<ParameterEffect> effects(Store store, List<RunRecord> runs, ScoreName score, Monitor monitor) {
        Partitions partitions = new Partitions(store);
        Map<Long, Partition> read = new HashMap<>();
        List<RunRecord> placed =
                runs.stream().filter(run -> run.slicing().isPresent()).toList();
        return ParameterEffect.of(
                placed, score, run -> read.computeIfAbsent(run.id(), id -> partitions.of(run)), monitor);
    }

    private void judged(Outcome<List<ParameterEffect>> outcome) {
        if (outcome instanceof Outcome.Done<List<ParameterEffect>> done) {
            view.showEffects(done.result(), "");
        } else if (outcome instanceof Outcome.Failed<List<ParameterEffect>> failed) {
            view.showEffects(List.of(), failed.message());
        }
    }

    /** A run is selected. */
    void open(long run) {
        workbench.session().selectRun(run);
    }

    /** Runs are chosen together, such as to compare them. */
    void choose(List<Long> runs) {
        if (!runs.isEmpty()) {
            workbench.session().chooseRuns(Set.copyOf(runs), runs.get(0));
        }
    }
}
