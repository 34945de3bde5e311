// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.store.RunRecord;
import org.tessera.store.StoreSnapshot;
import org.tessera.store.SweepRecord;
import org.tessera.tracking.BestRun;
import org.tessera.tracking.LiveResult;
import org.tessera.tracking.RunDetails;

/**
 * The one place that knows what is open and selected: a run selected anywhere shows everywhere. Called on the user
 * interface's thread only, which also hears the changes.
 */
public final class Session {
    /** Hears every change. */
    public interface Listener {
        /** What was, and what is. */
        void changed(SessionState before, SessionState after);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> untold = new ArrayDeque<>();
    private volatile SessionState state = SessionState.EMPTY;
    private boolean telling;

    /** What is open and selected now. Any thread. */
    public SessionState state() {
        return state;
    }

    /** Adds a listener, and tells it at once what is. */
    public void addListener(Listener listener) {
        listeners.add(listener);
        listener.changed(SessionState.EMPTY, state);
    }

    /** Another store is open; the best run of the newest work in it is selected, so that there is something to see. */
    public void opened(String store, StoreSnapshot snapshot) {
        change(new SessionState(
                        store,
                        state.opening() + 1,
                        snapshot,
                        newest(snapshot),
                        state.score(),
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        null,
                        null)
                .withSelection(newest(snapshot)));
    }

    /** The store's contents have changed; the selection stays, unless nothing was selected. */
    public void update(StoreSnapshot snapshot) {
        SessionState updated = state.withSnapshot(snapshot);
        Set<Long> there = state.chosen().stream()
                .filter(run -> snapshot.run(run).isPresent())
                .collect(Collectors.toSet());
        updated = updated.withChosen(there);
        if (!updated.selectedImageSet().equals(state.selectedImageSet())) {
            // its images are elsewhere now
            updated = updated.withDetails(null, null);
        }
        if (updated.run() != null && updated.selectedRun().isEmpty()) {
            // it has been deleted
            updated = updated.withSelection(new Selection(updated.imageSet(), updated.sweep(), null));
        }
        change(updated.imageSet() == null ? updated.withSelection(newest(snapshot)) : updated);
    }

    private Selection newest(StoreSnapshot snapshot) {
        if (snapshot.runs().isEmpty()) {
            List<StoreSnapshot.ImageSetEntry> sets = snapshot.imageSets();
            return sets.isEmpty()
                    ? Selection.NONE
                    : new Selection(sets.get(sets.size() - 1).id(), null, null);
        }
        RunRecord last = snapshot.runs().get(snapshot.runs().size() - 1);
        List<RunRecord> together = snapshot.runs().stream()
                .filter(run -> run.imageSet() == last.imageSet() && Objects.equals(run.sweep(), last.sweep()))
                .toList();
        return of(BestRun.of(together, ScoreName.SILHOUETTE).map(BestRun::run).orElse(last));
    }

    private static Selection of(RunRecord run) {
        return new Selection(run.imageSet(), run.sweep(), run.id());
    }

    /** Selects a run, and with it its image set and its sweep. */
    public void selectRun(long id) {
        state.snapshot().run(id).ifPresent(run -> change(state.withSelection(of(run))));
    }

    /** Selects a run as one of a sweep that knows it; it may be of another sweep as well. */
    public void selectRun(long id, long sweep) {
        Optional<RunRecord> run = state.snapshot()
                .run(id)
                .filter(one ->
                        state.snapshot().sweep(sweep).filter(of -> of.has(one)).isPresent());
        run.ifPresent(one -> change(state.withSelection(new Selection(one.imageSet(), sweep, id))));
    }

    /**
     * Chooses several runs at once; one of them is selected, the one that was if it is among them.
     *
     * @param runs one or more
     * @param lead the one that is selected otherwise
     */
    public void chooseRuns(Set<Long> runs, long lead) {
        Long now = state.run();
        boolean stays = now != null && runs.contains(now) && runs.size() > 1;
        Optional<RunRecord> run = state.snapshot().run(lead);
        if (stays || run.isPresent()) {
            SessionState with = stays ? state : state.withSelection(of(run.orElseThrow()));
            change(with.withChosen(runs));
        }
    }

    /** Selects a sweep; the selected run stays if it is of that sweep. */
    public void selectSweep(long id) {
        Optional<SweepRecord> sweep = state.snapshot().sweep(id);
        Optional<RunRecord> run = state.selectedRun()
                .filter(one -> sweep.filter(of -> of.has(one)).isPresent());
        Long set = sweep.map(of -> (Long) of.imageSet()).orElse(state.imageSet());
        change(state.withSelection(new Selection(set, id, run.map(RunRecord::id).orElse(null))));
    }

    /** Selects an image set, and no run. */
    public void selectImageSet(long id) {
        change(state.withSelection(new Selection(id, null, null)));
    }

    /** Selects slices of what is shown, in all windows. */
    public void selectSlices(Set<SliceRef> slices) {
        change(state.withSlices(slices));
    }

    /** Clusters of a run are to be clustered again with the parameters that are set; null for all slices. */
    public void recluster(@Nullable Parent parent) {
        change(state.withParent(parent));
    }

    /** Shows another score. */
    public void selectScore(ScoreName score) {
        change(state.withScore(score));
    }

    /** What the parameters that are being moved give, of the selected image set; null for the selected run again. */
    public void showLive(@Nullable LiveResult result) {
        if (result == null || Objects.equals(result.details().run().imageSet(), state.imageSet())) {
            change(state.withLive(result));
        }
    }

    /** The details of a run have been loaded, or cannot be; of no interest once another run is selected. */
    public void loaded(long run, @Nullable RunDetails details, @Nullable String problem) {
        if (Objects.equals(state.run(), run)) {
            change(state.withDetails(details, problem));
        }
    }

    /** What is known of a run besides its record has changed: if it is selected, it is loaded again. */
    public void reload(long run) {
        loaded(run, null, null);
    }

    /** Whether selected slices still are slices of what is shown. */
    private static boolean ofTheSameSlices(SessionState before, SessionState after) {
        return after.slices().isEmpty()
                || (Objects.equals(before.imageSet(), after.imageSet())
                        && geometry(before).equals(geometry(after)));
    }

    private static Optional<String> geometry(SessionState state) {
        return state.shownRun().flatMap(RunRecord::slicing).map(Slicing::geometry);
    }

    /** A listener that changes the session is heard by all listeners after the change they are being told of. */
    private void change(SessionState changed) {
        SessionState before = state;
        SessionState after = ofTheSameSlices(before, changed) ? changed : changed.withSlices(Set.of());
        if (before.equals(after)) {
            return;
        }
        state = after;
        untold.add(() -> listeners.forEach(listener -> listener.changed(before, after)));
        if (!telling) {
            telling = true;
            try {
                for (Runnable next = untold.poll(); next != null; next = untold.poll()) {
                    next.run();
                }
            } finally {
                telling = false;
            }
        }
    }
}
