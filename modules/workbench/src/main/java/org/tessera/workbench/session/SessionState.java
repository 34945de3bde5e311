// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Parent;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.SliceRef;
import org.tessera.store.RunRecord;
import org.tessera.store.StoreSnapshot;
import org.tessera.tracking.LiveResult;
import org.tessera.tracking.RunDetails;

/**
 * What is open and selected.
 *
 * @param store where the open store is, as shown; empty before one is open
 * @param opening differs from one opening of a store to the next, be it the same store
 * @param snapshot what is in it
 * @param selection what is selected
 * @param score the score that explorer and plots show
 * @param details of the selected run once they are loaded, or null
 * @param problem why the details cannot be had, or null
 * @param slices selected slices of what is shown
 * @param chosen runs chosen together, such as to compare or tag them, the selected one among them
 * @param parent clusters that are to be clustered again with the parameters, or null for all slices
 * @param live what the parameters would give that are being moved, or null; the selected run is what it is compared with
 */
public record SessionState(
        String store,
        int opening,
        StoreSnapshot snapshot,
        Selection selection,
        ScoreName score,
        @Nullable RunDetails details,
        @Nullable String problem,
        Set<SliceRef> slices,
        Set<Long> chosen,
        @Nullable Parent parent,
        @Nullable LiveResult live) {
    /** Nothing open. */
    public static final SessionState EMPTY = new SessionState(
            "",
            0,
            StoreSnapshot.EMPTY,
            Selection.NONE,
            ScoreName.SILHOUETTE,
            null,
            null,
            Set.of(),
            Set.of(),
            null,
            null);

    /** Number of the selected image set, or null. */
    public @Nullable Long imageSet() {
        return selection.imageSet();
    }

    /** Number of the selected sweep, or null. */
    public @Nullable Long sweep() {
        return selection.sweep();
    }

    /** Number of the selected run, or null. */
    public @Nullable Long run() {
        return selection.run();
    }

    /** The selected run's record. */
    public Optional<RunRecord> selectedRun() {
        Long run = run();
        return run == null ? Optional.empty() : snapshot.run(run);
    }

    /** The slices that the windows show: of what is live, else of the selected run; null while there are none. */
    public @Nullable RunDetails shown() {
        return live == null ? details : live.details();
    }

    /** The record of what the windows show. */
    public Optional<RunRecord> shownRun() {
        return live == null ? selectedRun() : Optional.of(live.details().run());
    }

    /** The selected image set. */
    public Optional<StoreSnapshot.ImageSetEntry> selectedImageSet() {
        Long set = imageSet();
        return set == null ? Optional.empty() : snapshot.imageSet(set);
    }

    /** The runs the plots show: of the selected sweep, else of the selected image set. */
    public List<RunRecord> plottedRuns() {
        Long sweep = sweep();
        if (sweep != null) {
            return snapshot.runsOfSweep(sweep);
        }
        Long set = imageSet();
        return set == null
                ? List.of()
                : snapshot.runs().stream().filter(r -> r.imageSet() == set).toList();
    }

    /** Of what {@link #plottedRuns} are, in words. */
    public String plottedName() {
        Long sweep = sweep();
        return sweep != null
                ? "Sweep " + sweep
                : selectedImageSet()
                        .map(entry -> "all runs of " + entry.set().name())
                        .orElse("");
    }

    /** Whether plots of all runs show the same: the same runs and the same score, whichever of them is selected. */
    public boolean plotsAs(@Nullable SessionState other) {
        return other != null
                && snapshot.equals(other.snapshot)
                && Objects.equals(imageSet(), other.imageSet())
                && Objects.equals(sweep(), other.sweep())
                && score.equals(other.score);
    }

    SessionState withSnapshot(StoreSnapshot other) {
        return new SessionState(
                store, opening, other, selection, score, details, problem, slices, chosen, parent, live);
    }

    SessionState withScore(ScoreName other) {
        return new SessionState(
                store, opening, snapshot, selection, other, details, problem, slices, chosen, parent, live);
    }

    SessionState withDetails(@Nullable RunDetails other, @Nullable String why) {
        return new SessionState(store, opening, snapshot, selection, score, other, why, slices, chosen, parent, live);
    }

    SessionState withSlices(Set<SliceRef> other) {
        return new SessionState(
                store, opening, snapshot, selection, score, details, problem, Set.copyOf(other), chosen, parent, live);
    }

    SessionState withLive(@Nullable LiveResult other) {
        return new SessionState(
                store, opening, snapshot, selection, score, details, problem, slices, chosen, parent, other);
    }

    /** With another selection, and nothing live; what is known of the selected run stays if it stays selected. */
    SessionState withSelection(Selection other) {
        boolean keeps = other.run() != null && other.run().equals(run());
        return new SessionState(
                store,
                opening,
                snapshot,
                other,
                score,
                keeps ? details : null,
                keeps ? problem : null,
                slices,
                other.run() == null ? Set.of() : Set.of(other.run()),
                null,
                null);
    }

    SessionState withParent(@Nullable Parent other) {
        return new SessionState(
                store, opening, snapshot, selection, score, details, problem, slices, chosen, other, live);
    }

    SessionState withChosen(Set<Long> runs) {
        return new SessionState(
                store, opening, snapshot, selection, score, details, problem, slices, Set.copyOf(runs), parent, live);
    }
}
