// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.landscape.Landscape;
import org.tessera.tracking.landscape.VaryingParameter;
import org.tessera.workbench.Sweeping;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.task.Task;

/** The score that is shown everywhere, over two parameters of the selected sweep, or of all runs of the image set. */
final class LandscapePresenter {
    /** Shows a landscape. */
    interface View {
        /** Another landscape, or why there is none. */
        void show(LandscapeState state);

        /** A sentence on what was asked for last; empty for none. */
        void showNote(String sentence);
    }

    private final Workbench workbench;
    private final View view;
    private final Newest<LandscapeState> newest;
    private final Deque<RunSpec> queue = new ArrayDeque<>();
    private final Map<String, String> fixed = new HashMap<>();
    private LandscapeState state = LandscapeState.EMPTY;
    private final Follower follower;
    private String x = "clusters";
    private String y = "grid";
    private @Nullable Task running;

    LandscapePresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        this.newest = new Newest<>(workbench.tasks(), "Landscape", this::computed);
        view.show(state);
        workbench.session().addListener(this::changed);
        this.follower = new Follower(workbench.session(), this::compute, run -> show(state.withSelected(run)));
        workbench.tasks().addListener(this::tasksChanged);
    }

    LandscapeState state() {
        return state;
    }

    /** Whether the window is seen: only then is anything computed. */
    void setShowing(boolean shown) {
        follower.setShowing(shown);
    }

    private void changed(SessionState before, SessionState after) {
        if (before.opening() != after.opening()) {
            queue.clear();
            fixed.clear();
        }
    }

    private void compute(SessionState session) {
        String first = x;
        String second = y;
        Map<String, String> values = Map.copyOf(fixed);
        LandscapeState now = state;
        newest.request(monitor -> landscape(session, first, second, values, now));
    }

    private static LandscapeState landscape(
            SessionState session, String x, String y, Map<String, String> values, LandscapeState now) {
        List<RunRecord> runs = session.plottedRuns();
        String of = session.plottedName();
        List<VaryingParameter> varying = VaryingParameter.of(runs);
        ScoreName score = session.score();
        if (varying.size() < 2) {
            return new LandscapeState(
                    LandscapeState.TOO_FEW, of, runs, varying, null, Map.of(), score, now.contour(), session.run(), 0);
        }
        VaryingParameter along = named(varying, x, null);
        VaryingParameter upwards = named(varying, y, along);
        Map<String, String> valid = new HashMap<>();
        for (VaryingParameter parameter : varying) {
            String value = values.get(parameter.name());
            if (value != null
                    && parameter.values().contains(value)
                    && !parameter.equals(along)
                    && !parameter.equals(upwards)) {
                valid.put(parameter.name(), value);
            }
        }
        return new LandscapeState(
                "",
                of,
                runs,
                varying,
                Landscape.of(runs, score, along, upwards, valid),
                valid,
                score,
                now.contour(),
                session.run(),
                now.queued());
    }

    private static VaryingParameter named(
            List<VaryingParameter> varying, String name, @Nullable VaryingParameter taken) {
        List<VaryingParameter> free =
                varying.stream().filter(parameter -> !parameter.equals(taken)).toList();
        return free.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(free.get(0));
    }

    private void computed(Outcome<LandscapeState> outcome) {
        if (outcome instanceof Outcome.Done<LandscapeState> done) {
            LandscapeState made = done.result();
            show(made.withContour(state.contour())
                    .withSelected(workbench.session().state().run())
                    .withQueued(queue.size()));
        } else if (outcome instanceof Outcome.Failed<LandscapeState> failed) {
            show(LandscapeState.EMPTY);
            view.showNote(failed.message());
        }
    }

    private void show(LandscapeState other) {
        state = other;
        view.show(other);
    }

    /** The user wants other parameters along the axes. */
    void setAxes(String along, String upwards) {
        x = along;
        y = along.equals(upwards)
                ? state.varying().stream()
                        .map(VaryingParameter::name)
                        .filter(name -> !name.equals(along))
                        .findFirst()
                        .orElse(upwards)
                : upwards;
        compute(workbench.session().state());
    }

    /** The user wants one value of another parameter, or, with null, the best of all. */
    void fix(String parameter, @Nullable String value) {
        if (value == null) {
            fixed.remove(parameter);
        } else {
            fixed.put(parameter, value);
        }
        compute(workbench.session().state());
    }

    /** Lines of equal score, or cells. */
    void setContour(boolean lines) {
        show(state.withContour(lines));
    }

    /** The user wants another score, here and everywhere. */
    void choose(ScoreName score) {
        workbench.session().selectScore(score);
    }

    /** The run of a place is selected; nothing where there is none. */
    void open(int column, int row) {
        Landscape landscape = state.landscape();
        Landscape.Cell cell =
                landscape == null ? null : landscape.cells().get(row).get(column);
        if (cell != null) {
            workbench.session().selectRun(cell.run().id());
        }
    }

    /** An empty place is to be run, after those that wait already. */
    void queue(int column, int row) {
        Landscape landscape = state.landscape();
        Optional<RunRecord> base = state.base();
        if (landscape == null || base.isEmpty() || landscape.cells().get(row).get(column) != null) {
            return;
        }
        Optional<RunSpec> spec = landscape.spec(column, row, base.get(), state.fixed(), state.runs());
        if (spec.isEmpty()) {
            view.showNote("These two values do not go together.");
        } else if (!queue.contains(spec.get())) {
            queue.add(spec.get());
            show(state.withQueued(queue.size()));
            next();
        }
    }

    /** All empty places are run, as a sweep; what is known is not made twice. */
    void fill() {
        Landscape landscape = state.landscape();
        Optional<RunRecord> base = state.base();
        if (landscape == null || base.isEmpty() || running != null) {
            return;
        }
        List<RunSpec> missing = landscape.missing(base.get(), state.fixed(), state.runs());
        if (missing.isEmpty()) {
            view.showNote("The empty places make no sense together.");
            return;
        }
        withImages((images, placement) -> workbench
                .sweeping()
                .start(images, whole(landscape, missing), placement, Sweeping.End.of(outcome -> {}, sweep -> {})));
    }

    /** A sweep of the whole landscape where that makes no more runs, so that the landscape of the sweep is whole too. */
    private static SweepSpec whole(Landscape landscape, List<RunSpec> missing) {
        List<RunSpec> all = new ArrayList<>(missing);
        landscape.cells().forEach(row -> row.stream()
                .filter(Objects::nonNull)
                .forEach(cell -> all.add(cell.run().spec())));
        SweepSpec whole = SweepSpec.of(all);
        int places = landscape.x().values().size() * landscape.y().values().size();
        return whole.expand().size() <= places ? whole : SweepSpec.of(missing);
    }

    private interface Start {
        Task with(ImageSet images, Placement placement);
    }

    private void withImages(Start start) {
        Optional<ImageSetEntry> set = workbench
                .session()
                .state()
                .selectedImageSet()
                .filter(entry -> entry.set().kind() == ImageSetRecord.Kind.IMAGES);
        Optional<RunRecord> base = state.base();
        if (set.isPresent() && base.isPresent()) {
            view.showNote("");
            running = start.with(
                    set.get().set().toImageSet(),
                    new Placement(set.get().project(), base.get().experiment(), null, null, List.of()));
        }
    }

    private void next() {
        if (running == null && !queue.isEmpty()) {
            RunSpec spec = queue.remove();
            show(state.withQueued(queue.size()));
            withImages((images, placement) -> workbench.run(
                    images,
                    spec,
                    placement,
                    false,
                    outcome -> view.showNote("Recorded as run " + outcome.run().id() + ".")));
        }
    }

    private void tasksChanged() {
        Task mine = running;
        if (mine != null && !workbench.tasks().running().contains(mine)) {
            running = null;
            next();
        }
    }
}
