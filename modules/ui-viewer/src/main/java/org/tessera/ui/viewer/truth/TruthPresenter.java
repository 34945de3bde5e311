// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.Dimension;
import java.awt.Point;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.mosaic.Mosaics;
import org.tessera.ui.viewer.mosaic.PyramidReader;
import org.tessera.ui.viewer.mosaic.Viewport;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** Classes that are painted on the slices of the selected images, and how well every run finds them. */
final class TruthPresenter {
    private static final int MOST_STEPS = 200;

    /** Shows them. */
    interface View {
        /** Another state; whether other images are shown. */
        void show(TruthState state, boolean otherImages);

        /** More of the mosaic's pixels can be painted. */
        void showDetails();

        /** What is shown next was painted before a crash. */
        void showBroughtBack();
    }

    private record Loaded(TruthState state, Optional<TruthDrafts.Draft> draft) {}

    private final Workbench workbench;
    private final View view;
    private final Newest<Loaded> loading;
    private final Newest<Boolean> keeping;
    private final TruthJudge judge;
    private final TruthDrafts drafts;
    private final PyramidReader details;
    private final TruthFiles files;
    private final Deque<Painting> steps = new ArrayDeque<>();
    private TruthState state = TruthState.EMPTY;
    private boolean showing;
    private @Nullable ImageSetEntry shown;
    private int opening = -1;
    private @Nullable Point last;

    TruthPresenter(Workbench workbench, View view, TruthDrafts drafts) {
        this.workbench = workbench;
        this.view = view;
        this.loading = new Newest<>(workbench.tasks(), "Reading the ground truth", this::loaded);
        this.keeping = new Newest<>(workbench.tasks(), "Keeping what is painted", outcome -> {});
        this.judge = new TruthJudge(
                workbench,
                scores -> show(state.withScores(scores), false),
                importance ->
                        show(state.withSelected(workbench.session().state().run(), importance), false));
        this.drafts = drafts;
        this.details = new PyramidReader(workbench, read -> {
            if (read == state.viewer().mosaic()) {
                view.showDetails();
            }
        });
        this.files = new TruthFiles(workbench);
        view.show(state, true);
        workbench.session().addListener(this::changed);
        workbench.beforeLeaving(this::keep);
    }

    TruthState state() {
        return state;
    }

    /** Whether the window is seen: only then is anything read. */
    void setShowing(boolean wanted) {
        if (!wanted) {
            keep();
        }
        showing = wanted;
        SessionState session = workbench.session().state();
        follow(session);
        judge(session);
    }

    private void changed(SessionState before, SessionState after) {
        follow(after);
        if (showing && !before.snapshot().equals(after.snapshot())) {
            score();
        }
        if (!Objects.equals(before.run(), after.run()) || !Objects.equals(before.details(), after.details())) {
            judge(after);
        }
    }

    private void follow(SessionState session) {
        Optional<ImageSetEntry> set = session.selectedImageSet();
        if (!showing || (set.equals(Optional.ofNullable(shown)) && opening == session.opening())) {
            return;
        }
        if (opening == session.opening()) {
            keep();
        }
        shown = set.orElse(null);
        opening = session.opening();
        steps.clear();
        if (set.isEmpty()) {
            loading.drop();
            show(TruthState.EMPTY, true);
        } else if (set.get().set().kind() == ImageSetRecord.Kind.TABLE) {
            loading.drop();
            show(state.saying("A feature table has no images to paint on."), true);
        } else {
            TruthState now = state;
            int current = opening;
            TruthDrafts.Key key = key(set.get());
            loading.request(workbench.reading((store, monitor) -> new Loaded(
                    now.withMosaic(
                            Mosaics.read(current, set.get(), workbench.workers(), monitor),
                            store.truth().newest(set.get().id())),
                    drafts.find(key))));
        }
    }

    private void loaded(Outcome<Loaded> outcome) {
        if (outcome instanceof Outcome.Done<Loaded> done) {
            show(done.result().state(), true);
            List<TruthRecord> layers = state.layers();
            Optional<TruthDrafts.Draft> draft =
                    done.result().draft().filter(left -> left.isFor(set()) && !left.isIn(layers));
            if (draft.isPresent()) {
                Painting painting = Painting.of(set().layout(), draft.get().layer());
                view.showBroughtBack();
                show(state.withPainting(draft.get().name(), painting, false, 0), false);
                score();
                judge(workbench.session().state());
            } else if (!layers.isEmpty()) {
                open(layers.get(layers.size() - 1));
            }
        } else if (outcome instanceof Outcome.Failed<Loaded> failed) {
            show(state.saying(failed.message()), true);
        }
    }

    private TruthDrafts.Key key(ImageSetEntry of) {
        return new TruthDrafts.Key(workbench.session().state().store(), of.set().contentKey());
    }

    private void show(TruthState other, boolean otherImages) {
        Painting painting = other.painting();
        if (painting != null && !other.saved() && !painting.equals(state.painting()) && shown != null) {
            TruthDrafts.Key key = key(shown);
            TruthDrafts.Draft draft = new TruthDrafts.Draft(other.name(), painting.layer());
            later(() -> {
                if (draft.layer().known() > 0) {
                    drafts.keep(key, draft);
                } else {
                    drafts.forget(key);
                }
            });
        }
        state = other;
        view.show(other, otherImages);
    }

    private void later(Runnable work) {
        keeping.request(monitor -> {
            work.run();
            return true;
        });
    }

    private ImageSetRecord set() {
        return Objects.requireNonNull(shown).set();
    }

    /** A layer is painted on as it was recorded last. */
    void open(TruthRecord layer) {
        keep();
        steps.clear();
        show(state.withPainting(layer.name(), Painting.of(set().layout(), layer.layer()), true, 0), false);
        score();
        judge(workbench.session().state());
    }

    /** A layer is begun. */
    void begin(String name, Grid grid, List<String> classes) {
        if (state.mosaic() == null) {
            return;
        }
        attempt(() -> {
            if (name.isBlank()) {
                throw new ProblemException("A layer needs a name.");
            }
            keep();
            steps.clear();
            show(state.withPainting(name.strip(), Painting.empty(set().layout(), grid, classes), false, 0), false);
            score();
        });
    }

    private void attempt(Runnable change) {
        try {
            change.run();
        } catch (ProblemException e) {
            workbench.tell(e);
        }
    }

    /** Which class the brush paints; negative to erase. */
    void setBrush(int ofClass) {
        show(state.withBrush(ofClass), false);
    }

    private void edit(UnaryOperator<Painting> change, boolean step, int brush) {
        Painting before = state.painting();
        if (before == null) {
            return;
        }
        attempt(() -> {
            Painting after = change.apply(before);
            if (!after.layer().equals(before.layer())) {
                if (step) {
                    steps.push(before);
                    if (steps.size() > MOST_STEPS) {
                        steps.removeLast();
                    }
                }
                show(state.withPainting(state.name(), after, false, brush), false);
                score();
            }
        });
    }

    /**
     * The brush is over a point of the mosaic.
     *
     * @param size how many slices wide it is
     * @param begins whether a stroke begins, which is undone as a whole
     */
    void paint(Point place, int size, boolean begins) {
        int ofClass = state.brush() < 0 ? Labels.NONE : state.brush();
        Painting before = state.painting();
        if (before == null || ofClass >= before.layer().classes().size()) {
            return;
        }
        Point from = begins || last == null ? place : last;
        last = place;
        if (begins) {
            steps.push(before);
        }
        double radius = (size - 1) / 2.0 * before.sliceWidth();
        edit(painting -> painting.painted(painting.under(from, place, radius), ofClass), false, state.brush());
    }

    void addClass(String name) {
        Painting of = state.painting();
        if (of != null) {
            edit(
                    painting -> painting.withClass(name),
                    true,
                    of.layer().classes().size());
        }
    }

    void rename(int ofClass, String name) {
        edit(painting -> painting.renamed(ofClass, name), true, state.brush());
    }

    void remove(int ofClass) {
        edit(painting -> painting.without(ofClass), true, 0);
    }

    /** The last stroke or change of a class is taken back. */
    void undo() {
        Painting before = steps.poll();
        if (before != null) {
            show(state.withPainting(state.name(), before, false, state.brush()), false);
            score();
        }
    }

    boolean canUndo() {
        return !steps.isEmpty();
    }

    /** What is painted is recorded: the next version of the layer. */
    void save() {
        Painting painting = state.painting();
        ImageSetEntry of = shown;
        if (painting == null || of == null) {
            return;
        }
        String name = state.name();
        TruthDrafts.Key key = key(of);
        workbench.read(
                "Recording the ground truth",
                (store, monitor) -> {
                    store.truth().save(of.id(), name, painting.layer(), Instant.now());
                    return store.truth().newest(of.id());
                },
                layers -> {
                    if (Objects.equals(of, shown)) {
                        show(state.withLayers(layers, state.saved() || painting.equals(state.painting())), false);
                    }
                    if (!Objects.equals(of, shown) || state.saved()) {
                        later(() -> drafts.forget(key));
                    }
                });
    }

    /** What is painted and not recorded is, before something else takes its place: nothing is lost. */
    private void keep() {
        Painting painting = state.painting();
        if (painting != null && !state.saved() && painting.layer().known() > 0 && workbench.isOpen()) {
            save();
        }
    }

    /** A layer is read from a file, to be looked at and recorded. */
    void importFrom(Path file) {
        String name = Objects.toString(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        files.read(file, set(), layer -> {
            keep();
            steps.clear();
            show(state.withPainting(name, Painting.of(set().layout(), layer), false, 0), false);
            score();
            judge(workbench.session().state());
        });
    }

    /** What is painted is written to a file. */
    void exportTo(Path file) {
        Painting painting = state.painting();
        if (painting != null) {
            files.write(painting.layer(), set(), file);
        }
    }

    private void score() {
        Painting painting = state.painting();
        ImageSetEntry of = shown;
        if (painting == null || of == null) {
            judge.dropScores();
            show(state.withScores(List.of()), false);
        } else {
            judge.score(of.id(), painting.layer());
        }
    }

    private void judge(SessionState session) {
        if (!showing) {
            return;
        }
        show(state.withSelected(session.run(), List.of()), false);
        Painting painting = state.painting();
        RunDetails run = session.details();
        if (painting == null || run == null || run.measured().isEmpty()) {
            judge.dropImportance();
        } else {
            judge.judge(run, run.measured().get().features(), painting);
        }
    }

    /** A run is selected. */
    void select(RunRecord run) {
        workbench.session().selectRun(run.id());
    }

    /** The slices of a class that are in a cluster of the run in hand stand out. */
    void selectShared(int cluster, int ofClass) {
        Painting painting = state.painting();
        RunDetails run = workbench.session().state().details();
        if (painting != null && run != null) {
            show(state.withBright(TruthJudge.shared(painting, ofClass, run, cluster)), false);
        }
    }

    /** The user looks at a part of the mosaic. */
    void look(Viewport viewport, Dimension window, double pixels) {
        details.look(state.viewer().mosaic(), viewport, window, pixels);
    }
}
