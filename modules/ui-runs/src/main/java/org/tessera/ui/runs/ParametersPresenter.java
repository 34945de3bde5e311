// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.LiveResult;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;

/** The parameter editor without its fields: settings to runs and sweeps, a selected run to settings. */
final class ParametersPresenter {
    /** Shows the settings and what runs. */
    interface View extends Recording.View {
        /** Other settings, or other images to choose from. */
        void show(ParametersState state, List<String> images);

        /** What the sweep would make, or what is wrong with its ranges; whether it can start. */
        void showPlan(String sentence, boolean ready);

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
    private final Recording recording;

    ParametersPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        workbench.session().addListener(this::changed);
        recording = new Recording(workbench, view);
    }

    /** What is being recorded. */
    Recording recording() {
        return recording;
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
        if (images().isEmpty() || recording.busy()) {
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
        start(images -> recording.run(images, state.toRun(workbench.statistics()), placement(), again));
    }

    /** Makes and records the runs of the sweep. */
    void sweep() {
        start(images -> recording.sweep(images, state.toSweep(workbench.statistics()), placement()));
    }

    private void start(Consumer<ImageSet> what) {
        if (recording.busy() || images().isEmpty()) {
            return;
        }
        try {
            what.accept(imageSet());
        } catch (ProblemException e) {
            workbench.tell(e);
        }
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
