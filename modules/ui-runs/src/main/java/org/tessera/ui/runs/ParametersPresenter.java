// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.LiveResult;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Task;

/** The parameter editor without its fields: settings to runs and sweeps, a selected run to settings. */
final class ParametersPresenter {
    /** Shows the settings and what runs. */
    interface View {
        /** Other settings, or other images to choose from. */
        void show(ParametersState state, List<String> images);

        /** What the sweep would make, or what is wrong with its ranges; whether it can start. */
        void showPlan(String sentence, boolean ready);

        /** What runs, or null for nothing. */
        void showTask(Task.@Nullable Progress progress, boolean pausable);

        /** The sweep that is paused and can be resumed; null for none. */
        void showPaused(@Nullable Long sweep);

        /** A sentence on how the last run or sweep ended; empty for none. */
        void showNote(String sentence);

        /** The recorded run that was asked the same as what is live; null for none. */
        void showIdentical(@Nullable RunRecord identical);

        /** Whether the windows follow, and whether there is a change to undo or redo. */
        void showSteps(boolean live, boolean canUndo, boolean canRedo);
    }

    private final Workbench workbench;
    private final View view;
    private boolean first = true;
    private ParametersState state = ParametersState.DEFAULT;
    private final ParameterHistory history = new ParameterHistory(System::nanoTime);
    private boolean live = true;
    private @Nullable Task task;
    private boolean sweeping;
    private boolean pausing;
    private @Nullable Long paused;

    ParametersPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        workbench.session().addListener(this::changed);
        workbench.tasks().addListener(this::tasksChanged);
    }

    ParametersState state() {
        return state;
    }

    /** The user has changed a setting; {@code dragging}: a slider is still held. */
    void set(ParametersState changed, boolean dragging) {
        history.changed(state, changed, dragging);
        take(changed);
    }

    /** Takes back the last change. */
    void undo() {
        history.undo(state).ifPresent(this::take);
    }

    /** Makes the change again that was taken back last. */
    void redo() {
        history.redo(state).ifPresent(this::take);
    }

    private void take(ParametersState other) {
        boolean same = other.equals(state);
        state = other;
        view.show(state, images());
        showSteps();
        plan();
        if (!same && live) {
            explore();
        }
    }

    /** Whether heatmap, scores and plots follow the parameters. */
    void setLive(boolean follow) {
        live = follow;
        showSteps();
        if (live) {
            explore();
        } else {
            workbench.exploration().stop();
        }
    }

    void toggleLive() {
        setLive(!live);
    }

    private void showSteps() {
        view.showSteps(live, history.canUndo(), history.canRedo());
    }

    /** Shows what the parameters give, unless that is the selected run. */
    private void explore() {
        if (images().isEmpty() || task != null) {
            return;
        }
        view.showNote("");
        try {
            RunSpec spec = state.toRun(workbench.statistics());
            boolean selected = state.leftOut().isEmpty()
                    && workbench
                            .session()
                            .state()
                            .selectedRun()
                            .filter(run -> run.spec().equals(spec))
                            .isPresent();
            if (selected) {
                workbench.exploration().stop();
            } else {
                workbench.exploration().show(imageSet(), spec, placement(), view::showNote);
            }
        } catch (ProblemException e) {
            view.showNote(String.valueOf(e.getMessage()));
        }
    }

    /** Opens the recorded run that was asked the same as what is live. */
    void openIdentical() {
        identical().ifPresent(run -> workbench.session().selectRun(run.id()));
    }

    private Optional<RunRecord> identical() {
        LiveResult result = workbench.session().state().live();
        return result == null ? Optional.empty() : result.identical();
    }

    private void changed(SessionState before, SessionState after) {
        boolean otherRun = !Objects.equals(before.run(), after.run());
        boolean otherSet = !Objects.equals(before.imageSet(), after.imageSet());
        if (otherSet) {
            state = state.with(edit -> edit.leftOut = Set.of());
        }
        if (otherRun && after.selectedRun().isPresent()) {
            RunRecord run = after.selectedRun().get();
            ParametersState its = state.of(run.spec()).with(edit -> edit.experiment = run.experiment());
            history.changed(state, its, false);
            state = its;
            view.showNote("");
        }
        boolean otherParent = !Objects.equals(before.parent(), after.parent()) && !otherRun;
        if (otherParent && !Objects.equals(state.parent(), after.parent())) {
            cluster(after);
        }
        if (first || !Objects.equals(before.live(), after.live())) {
            view.showIdentical(identical().orElse(null));
        }
        if (first || otherRun || otherSet || !before.snapshot().equals(after.snapshot())) {
            first = false;
            view.show(state, images());
            showSteps();
            plan();
        }
    }

    /** The slices that are clustered are those of some clusters of the selected run, or all. */
    private void cluster(SessionState session) {
        Parent parent = session.parent();
        ParametersState of = session.selectedRun()
                .filter(run -> parent != null && run.id() == parent.run())
                .map(run -> state.of(run.spec()))
                .orElse(state);
        set(of.with(edit -> edit.parent = parent), false);
    }

    /** The user wants all slices clustered again. */
    void clusterAll() {
        if (workbench.session().state().parent() != null) {
            workbench.session().recluster(null);
        } else {
            set(state.with(edit -> edit.parent = null), false);
        }
    }

    private void plan() {
        if (images().isEmpty()) {
            view.showPlan("Add images to begin.", false);
            return;
        }
        try {
            List<RunSpec> specs = state.toSweep(workbench.statistics()).expand();
            int runs = specs.size();
            String time = SweepEstimate.seconds(
                            specs, images().size() - state.leftOut().size(), recorded())
                    .stream()
                    .mapToObj(SweepEstimate::text)
                    .map(text -> ", " + text)
                    .findFirst()
                    .orElse("");
            view.showPlan((runs == 1 ? "1 run" : runs + " runs") + time, true);
        } catch (ProblemException e) {
            view.showPlan(String.valueOf(e.getMessage()), false);
        }
    }

    /** The runs of the selected image set, oldest first. */
    private List<RunRecord> recorded() {
        SessionState session = workbench.session().state();
        Long set = session.imageSet();
        return set == null
                ? List.of()
                : session.snapshot().runs().stream()
                        .filter(run -> run.imageSet() == set)
                        .toList();
    }

    private List<String> images() {
        return workbench
                .session()
                .state()
                .selectedImageSet()
                .filter(entry -> entry.set().kind() == ImageSetRecord.Kind.IMAGES)
                .map(entry -> entry.set().images().stream()
                        .map(image -> image.info().file().name())
                        .toList())
                .orElse(List.of());
    }

    /** Makes and records the run that is set; one that the user has been told is identical to another too. */
    void run() {
        boolean again = identical().isPresent();
        start(images -> task = workbench.run(
                images,
                state.toRun(workbench.statistics()),
                placement(),
                again,
                outcome -> view.showNote(
                        outcome.opened()
                                ? "Identical to run " + outcome.run().id() + ", which is shown."
                                : outcome.run().sameLabelsAs() != null
                                        ? "The same partition as run "
                                                + outcome.run().sameLabelsAs() + "."
                                        : "Recorded as run " + outcome.run().id() + ".")));
    }

    /** Makes and records the runs of the sweep. */
    void sweep() {
        showPaused(null);
        start(images -> {
            task = workbench.sweep(
                    images,
                    state.toSweep(workbench.statistics()),
                    placement(),
                    outcome -> view.showNote(
                            "Sweep " + outcome.sweep() + ": " + outcome.runs().size() + " runs"
                                    + (outcome.skippedIdentical() == 0
                                            ? "."
                                            : ", " + outcome.skippedIdentical() + " known already.")));
            sweeping = true;
        });
    }

    private interface Start {
        void with(ImageSet images);
    }

    private void start(Start start) {
        if (task != null || images().isEmpty()) {
            return;
        }
        try {
            view.showNote("");
            sweeping = false;
            start.with(imageSet());
            tasksChanged();
        } catch (ProblemException e) {
            workbench.tell(e);
        }
    }

    /** Stops a sweep that runs, to be resumed by {@link #resume}. */
    void pause() {
        Task running = task;
        if (running != null && sweeping) {
            pausing = true;
            running.cancel();
        }
    }

    /** The sweep that was paused goes on. */
    void resume() {
        Long sweep = paused;
        if (task == null && sweep != null) {
            showPaused(null);
            view.showNote("");
            sweeping = true;
            task = workbench.resume(sweep);
            tasksChanged();
        }
    }

    private void showPaused(@Nullable Long sweep) {
        paused = sweep;
        view.showPaused(sweep);
    }

    /** The sweep that has just stopped is the newest of those that did. */
    private void sweepPaused() {
        workbench.session().state().snapshot().sweeps().stream()
                .filter(sweep -> sweep.status() == Status.CANCELLED || sweep.status() == Status.RUNNING)
                .reduce((earlier, later) -> later)
                .ifPresent(sweep -> {
                    int made = workbench
                            .session()
                            .state()
                            .snapshot()
                            .runsOfSweep(sweep.id())
                            .size();
                    showPaused(sweep.id());
                    view.showNote("Sweep " + sweep.id() + " is paused after " + made + " of " + sweep.planned()
                            + " runs; it can be resumed now or at any time.");
                });
    }

    /** Stops what runs. */
    void cancel() {
        Task running = task;
        if (running != null) {
            running.cancel();
            view.showNote("Cancelled; what was recorded before is kept.");
        }
    }

    private void tasksChanged() {
        Task mine = task;
        if (mine != null && !workbench.tasks().running().contains(mine)) {
            task = null;
            mine = null;
            sweeping = false;
            if (pausing) {
                pausing = false;
                sweepPaused();
            }
        }
        view.showTask(mine == null ? null : mine.progress(), sweeping);
    }

    private Placement placement() {
        String project = workbench
                .session()
                .state()
                .selectedImageSet()
                .map(StoreSnapshot.ImageSetEntry::project)
                .orElse(Placement.DEFAULT_PROJECT);
        return new Placement(project, state.experiment(), null, null, List.of());
    }

    private ImageSet imageSet() {
        ImageSet whole = workbench
                .session()
                .state()
                .selectedImageSet()
                .orElseThrow()
                .set()
                .toImageSet();
        List<ImageFile> used = new ArrayList<>();
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < whole.images().size(); i++) {
            if (!state.leftOut().contains(whole.images().get(i).name())) {
                used.add(whole.images().get(i));
                cells.add(whole.mosaic().cells().get(i));
            }
        }
        if (used.isEmpty()) {
            throw new ProblemException("No image is chosen; tick one or more under Images.");
        }
        return new ImageSet(
                whole.name(),
                used,
                new Mosaic(whole.mosaic().rows(), whole.mosaic().columns(), cells));
    }
}
