// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.store.Placement;
import org.tessera.store.Status;
import org.tessera.tracking.RunOutcome;
import org.tessera.tracking.SweepOutcome;
import org.tessera.workbench.Sweeping;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Task;

/** The run or sweep that the parameter editor records, one at a time: its progress, pause, cancel and end. */
final class Recording {
    /** Shows what runs and how it ended. */
    interface View {
        /** What runs, or null for nothing. */
        void showTask(Task.@Nullable Progress progress, boolean pausable);

        /** The sweep that is paused and can be resumed; null for none. */
        void showPaused(@Nullable Long sweep);

        /** A sentence on how the last run or sweep ended; empty for none. */
        void showNote(String sentence);
    }

    private final Workbench workbench;
    private final View view;
    private @Nullable Task task;
    private boolean sweeping;
    private @Nullable Long paused;

    Recording(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        workbench.tasks().addListener(this::tasksChanged);
        workbench.session().addListener(this::changed);
    }

    boolean busy() {
        return task != null;
    }

    /** @param again record it although an identical run is known */
    void run(ImageSet images, RunSpec spec, Placement placement, boolean again) {
        begun(workbench.run(images, spec, placement, again, outcome -> view.showNote(sentence(outcome))), false);
    }

    void sweep(ImageSet images, SweepSpec spec, Placement placement) {
        showPaused(null);
        begun(workbench.sweeping().start(images, spec, placement, end()), true);
    }

    /** The sweep that was paused goes on; it stays offered until it does, so also when it cannot. */
    void resume() {
        Long sweep = paused;
        if (task == null && sweep != null) {
            begun(workbench.sweeping().resume(sweep, end()), true);
        }
    }

    private void begun(Task begun, boolean sweep) {
        task = begun;
        sweeping = sweep;
        view.showNote("");
        tasksChanged();
    }

    /** Stops a sweep that runs, to be resumed by {@link #resume}. */
    void pause() {
        Task running = task;
        if (running != null && sweeping) {
            running.pause();
            view.showNote("");
        }
    }

    /** Stops what runs. */
    void cancel() {
        Task running = task;
        if (running != null) {
            running.cancel();
            view.showNote("Cancelled; what was recorded before is kept.");
        }
    }

    private static String sentence(RunOutcome outcome) {
        long run = outcome.run().id();
        if (outcome.opened()) {
            return "Identical to run " + run + ", which is shown.";
        }
        Long same = outcome.run().sameLabelsAs();
        return same == null ? "Recorded as run " + run + "." : "The same partition as run " + same + ".";
    }

    private Sweeping.End end() {
        return Sweeping.End.of(this::done, this::paused);
    }

    private void done(SweepOutcome outcome) {
        int known = outcome.skippedIdentical();
        view.showNote("Sweep " + outcome.sweep() + ": " + outcome.runs().size() + " runs"
                + (known == 0 ? "." : ", " + known + " known already."));
    }

    private void paused(long sweep) {
        workbench.session().state().snapshot().sweep(sweep).ifPresent(record -> {
            int made = workbench.session().state().snapshot().runsOfSweep(sweep).size();
            showPaused(sweep);
            view.showNote("Sweep " + sweep + " is paused after " + made + " of " + record.planned()
                    + " runs; it can be resumed now or at any time.");
        });
    }

    private void showPaused(@Nullable Long sweep) {
        paused = sweep;
        view.showPaused(sweep);
    }

    /** A sweep that has been resumed elsewhere, or is of a store that was open before, cannot be resumed here. */
    private void changed(SessionState before, SessionState after) {
        Long sweep = paused;
        if (sweep != null
                && (before.opening() != after.opening()
                        || after.snapshot()
                                .sweep(sweep)
                                .filter(record -> record.status() == Status.PAUSED)
                                .isEmpty())) {
            showPaused(null);
        }
    }

    private void tasksChanged() {
        Task mine = task;
        if (mine != null && !workbench.tasks().running().contains(mine)) {
            task = null;
            mine = null;
            sweeping = false;
        }
        view.showTask(mine == null ? null : mine.progress(), sweeping);
    }
}
