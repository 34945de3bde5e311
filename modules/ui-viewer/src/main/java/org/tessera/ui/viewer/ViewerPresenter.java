// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ColourMap;
import org.tessera.charts.MosaicPicture;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.StoredImages;
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
    }

    private static final int LONGEST_SIDE = 8000;

    private final Workbench workbench;
    private final View view;
    private ViewerState state = ViewerState.EMPTY;
    private @Nullable Mosaic mosaic;
    private @Nullable Task painting;
    private @Nullable Long paintingSet;

    /** The picture of an image set, and which images could not be read. */
    private record Mosaic(long imageSet, MosaicPicture picture, List<String> names, List<String> problems) {}

    ViewerPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        view.show(state, true);
        workbench.session().addListener(this::changed);
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
        if (wanted != null && (shown == null || shown.imageSet != wanted)) {
            after.selectedImageSet().ifPresent(this::paint);
        }
        boolean same = !otherStore
                && before.selection().equals(after.selection())
                && Objects.equals(before.details(), after.details())
                && Objects.equals(before.live(), after.live())
                && before.slices().equals(after.slices())
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
        if (Objects.equals(paintingSet, entry.id())) {
            return;
        }
        if (painting != null) {
            painting.cancel();
        }
        paintingSet = entry.id();
        if (entry.set().kind() == ImageSetRecord.Kind.TABLE) {
            painting = null;
            show(state.with(null, null, "A feature table has no images to show.", ""), true);
            return;
        }
        Workers workers = workbench.workers();
        painting = workbench
                .tasks()
                .quietly("Reading the images", monitor -> read(entry, workers, monitor), this::painted);
    }

    private static Mosaic read(ImageSetEntry entry, Workers workers, Monitor monitor) {
        MosaicPicture.Painter painter = new MosaicPicture.Painter(entry.set().layout(), LONGEST_SIDE);
        List<String> problems = StoredImages.read(entry.set(), workers, painter::paint, monitor);
        List<String> names = entry.set().images().stream()
                .map(image -> image.info().file().name())
                .toList();
        return new Mosaic(entry.id(), painter.picture(), names, problems);
    }

    private void painted(Outcome<Mosaic> outcome) {
        SessionState session = workbench.session().state();
        if (outcome instanceof Outcome.Done<Mosaic> done
                && Objects.equals(done.result().imageSet, session.imageSet())) {
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
        } else if (ready == null || ready.imageSet != session.imageSet()) {
            if (state.picture() == null) {
                show(state.with(null, null, "Reading the images…", ""), true);
            }
        } else if (session.run() == null || session.shown() != null) {
            RunDetails details = session.shown();
            show(
                    state.with(ready.picture, details, "", notice(ready, details))
                            .withGhostOf(session.live() == null ? null : session.details())
                            .withSelected(
                                    details == null ? List.of() : SelectedSlices.places(details, session.slices()))
                            .withImageNames(ready.names),
                    state.picture() == null || !state.picture().layout().equals(ready.picture.layout()));
        }
    }

    private static String notice(Mosaic mosaic, @Nullable RunDetails details) {
        if (!mosaic.problems.isEmpty()) {
            int more = mosaic.problems.size() - 1;
            return mosaic.problems.get(0) + (more == 0 ? "" : " And " + more + " more.");
        }
        return details == null ? "" : details.problem();
    }

    private void show(ViewerState other, boolean otherMosaic) {
        if (!other.equals(state)) {
            state = other;
            view.show(state, otherMosaic);
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
