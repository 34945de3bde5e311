// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ColourMap;
import org.tessera.charts.GreyRange;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.mosaic.Mosaics;
import org.tessera.ui.viewer.mosaic.Mosaics.Mosaic;
import org.tessera.ui.viewer.mosaic.PyramidReader;
import org.tessera.ui.viewer.mosaic.Viewport;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.task.Task;

/**
 * What the viewer shows: the mosaic of the selected image set, and over it the clusters of the selected run. The old
 * picture stays until the new one is whole.
 */
final class ViewerPresenter {
    /** Shows the picture. */
    interface View {
        /** Another state; whether it is of another mosaic, so that the zoom begins anew. */
        void show(ViewerState state, boolean otherMosaic);

        /** More of the mosaic's pixels can be painted. */
        void showDetails();
    }

    private final Workbench workbench;
    private final View view;
    private ViewerState state = ViewerState.EMPTY;
    private @Nullable Mosaic mosaic;
    private @Nullable Task painting;
    private @Nullable ImageSetEntry paintingSet;
    private final PyramidReader details;
    private final ClusterPresenter clusters;
    private final Map<Long, GreyRange> ranges = new HashMap<>();

    ViewerPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        this.clusters = new ClusterPresenter(workbench, () -> state);
        this.details = new PyramidReader(workbench, read -> {
            if (read == state.mosaic()) {
                view.showDetails();
            }
        });
        view.show(state, true);
        workbench.session().addListener(this::changed);
    }

    /** What the user does with clusters. */
    ClusterPresenter clusters() {
        return clusters;
    }

    ViewerState state() {
        return state;
    }

    private void changed(SessionState before, SessionState after) {
        boolean otherStore = before.opening() != after.opening();
        if (otherStore) {
            forget();
        }
        Long wanted = after.imageSet();
        Mosaic shown = mosaic;
        if (wanted != null && (shown == null || !after.selectedImageSet().equals(Optional.of(shown.entry())))) {
            after.selectedImageSet().ifPresent(this::paint);
        }
        boolean same = !otherStore
                && before.selection().equals(after.selection())
                && Objects.equals(before.details(), after.details())
                && Objects.equals(before.live(), after.live())
                && before.slices().equals(after.slices())
                && before.shownRun().equals(after.shownRun())
                && Objects.equals(before.problem(), after.problem());
        if (!same) {
            show(after);
        }
    }

    private void forget() {
        if (painting != null) {
            painting.cancel();
        }
        mosaic = null;
        painting = null;
        paintingSet = null;
        show(state.with(null, null, ViewerState.EMPTY.sentence(), ""), true);
    }

    private void paint(ImageSetEntry entry) {
        if (Objects.equals(paintingSet, entry)) {
            return;
        }
        if (painting != null) {
            painting.cancel();
        }
        paintingSet = entry;
        if (entry.set().kind() == ImageSetRecord.Kind.TABLE) {
            painting = null;
            show(state.with(null, null, "A feature table has no images to show.", ""), true);
            return;
        }
        Workers workers = workbench.workers();
        int opening = workbench.session().state().opening();
        painting = workbench
                .tasks()
                .quietly(
                        "Reading the images", monitor -> Mosaics.read(opening, entry, workers, monitor), this::painted);
    }

    private void painted(Outcome<Mosaic> outcome) {
        SessionState session = workbench.session().state();
        if (outcome instanceof Outcome.Done<Mosaic> done
                && session.selectedImageSet().equals(Optional.of(done.result().entry()))) {
            mosaic = done.result();
            paintingSet = null;
            show(session);
        } else if (outcome instanceof Outcome.Failed<Mosaic> failed) {
            paintingSet = null;
            show(state.with(null, null, failed.message(), ""), true);
        }
    }

    private void show(SessionState session) {
        Mosaic ready = mosaic;
        if (session.imageSet() == null) {
            show(state.with(null, null, ViewerState.EMPTY.sentence(), ""), true);
        } else if (session.problem() != null && session.live() == null) {
            show(state.with(null, null, session.problem(), ""), true);
        } else if (ready == null || !Objects.equals(ready.entry().id(), session.imageSet())) {
            if (state.mosaic() == null) {
                show(state.with(null, null, "Reading the images…", ""), true);
            }
        } else if (session.run() == null || session.shown() != null) {
            RunDetails details = session.shown();
            show(
                    state.with(ready.pyramid(), details, "", notice(ready, details))
                            .withRange(ranges.getOrDefault(
                                    ready.entry().id(), ready.pyramid().range()))
                            .withGhostOf(session.live() == null ? null : session.details())
                            .withSelected(
                                    details == null ? List.of() : SelectedSlices.places(details, session.slices()))
                            .withLook(details == null ? ShownClusters.NONE : ShownClusters.of(session))
                            .withImageNames(ready.names()),
                    state.mosaic() == null
                            || !state.mosaic().layout().equals(ready.pyramid().layout()));
        }
    }

    /** The user says in which folder the images are that were not found. */
    void locate(Path folder) {
        workbench.session().state().selectedImageSet().ifPresent(set -> workbench
                .images()
                .locate(set, folder, located -> {
                    if (located.found().isEmpty()) {
                        workbench.tell(new ProblemException("None of the "
                                + located.lost().size() + " images is in " + folder + "; choose another folder."));
                    }
                }));
    }

    /** Where an image was that could not be read, or null. */
    @Nullable
    Path missingFolder() {
        Mosaic of = mosaic;
        return of == null || of.pyramid().missing().isEmpty()
                ? null
                : of.entry()
                        .set()
                        .images()
                        .get(of.pyramid().missing().iterator().next())
                        .info()
                        .file()
                        .path()
                        .getParent();
    }

    private static String notice(Mosaic mosaic, @Nullable RunDetails details) {
        if (!mosaic.problems().isEmpty()) {
            int more = mosaic.problems().size() - 1;
            return mosaic.problems().get(0) + (more == 0 ? "" : " And " + more + " more.");
        }
        return details == null ? "" : details.problem();
    }

    private void show(ViewerState other, boolean otherMosaic) {
        if (!other.equals(state)) {
            state = other;
            view.show(state, otherMosaic);
        }
    }

    /**
     * The user looks at a part of the mosaic: what is not in memory in its resolution is read.
     *
     * @param pixels of the device for one of the window, each way
     */
    void look(Viewport viewport, Dimension window, double pixels) {
        details.look(state.mosaic(), viewport, window, pixels);
    }

    /** The user wants other grey values black and white; null for those that suit the mosaic. */
    void setRange(@Nullable GreyRange range) {
        Mosaic of = mosaic;
        if (of != null && of.pyramid() == state.mosaic()) {
            if (range == null) {
                ranges.remove(of.entry().id());
            } else {
                ranges.put(of.entry().id(), range);
            }
            show(state.withRange(range == null ? of.pyramid().range() : range), false);
        }
    }

    /** The user has clicked a slice, or none; {@code more}: beside what is selected. */
    void select(int slice, boolean more) {
        SelectedSlices.click(workbench.session(), slice, more);
    }

    /** The user has drawn a frame around slices. */
    void selectAll(List<Integer> slices) {
        SelectedSlices.all(workbench.session(), slices);
    }

    /** The user has changed the overlay. */
    void setOverlay(double opacity, ColourMap colours, boolean borders, boolean fading) {
        show(state.withOverlay(state.overlay().withColours(opacity, colours, borders, fading)), false);
    }

    /** The user wants to see how like a slice the others are; less than 0 to see the clusters again. */
    void showLike(int slice) {
        showHeat(slice < 0 ? null : new HeatOf.Like(slice));
    }

    /** The user wants to see a number of each slice; null to see the clusters. It stays while parameters are moved. */
    void showHeat(@Nullable HeatOf of) {
        try {
            show(state.withHeatOf(of), false);
        } catch (ProblemException e) {
            workbench.tell(e);
        }
    }

    /** The user wants to see, or not, what the recorded run found while parameters are moved. */
    void setGhost(boolean shown) {
        show(state.withOverlay(state.overlay().withGhost(shown)), false);
    }

    /** The user has switched a cluster on or off. */
    void setShown(int cluster, boolean shown) {
        Set<Integer> hidden = new HashSet<>(state.overlay().hidden());
        if (shown) {
            hidden.remove(cluster);
        } else {
            hidden.add(cluster);
        }
        show(state.withOverlay(state.overlay().withHidden(hidden)), false);
    }
}
