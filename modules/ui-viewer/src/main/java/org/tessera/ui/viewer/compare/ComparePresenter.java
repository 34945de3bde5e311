// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.compare.Similarity;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreSnapshot.ImageSetEntry;
import org.tessera.tracking.Partitions;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.RunFamily;
import org.tessera.ui.viewer.HeatOf;
import org.tessera.ui.viewer.mosaic.Mosaics;
import org.tessera.ui.viewer.mosaic.PyramidReader;
import org.tessera.ui.viewer.mosaic.Viewport;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** The runs that are chosen, side by side; the earliest is the reference unless another is wanted. */
final class ComparePresenter {
    /** The most runs side by side. */
    static final int MOST = 9;

    /** The most runs that are compared at all. */
    static final int MOST_ALIKE = 1000;

    /** Shows the runs. */
    interface View {
        /** Another state; whether other runs are shown, so that the zoom begins anew. */
        void show(CompareState state, boolean otherRuns);

        /** More of the mosaic's pixels can be painted. */
        void showDetails();
    }

    private final Workbench workbench;
    private final View view;
    private final Newest<CompareState> newest;
    private final PyramidReader details;
    private CompareState state = CompareState.EMPTY;
    private boolean showing;
    private List<Long> wanted = List.of();
    private @Nullable Long reference;

    ComparePresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        this.newest = new Newest<>(workbench.tasks(), "Comparing runs", this::compared);
        this.details = new PyramidReader(workbench, read -> {
            if (read == state.mosaic()) {
                view.showDetails();
            }
        });
        view.show(state, true);
        workbench.session().addListener(this::changed);
    }

    CompareState state() {
        return state;
    }

    /** Whether the window is seen: only then is anything compared. */
    void setShowing(boolean shown) {
        showing = shown;
        follow(workbench.session().state());
    }

    private void changed(SessionState before, SessionState after) {
        if (before.opening() != after.opening()) {
            wanted = List.of();
            reference = null;
        }
        follow(after);
    }

    private void follow(SessionState session) {
        List<Long> runs = session.chosen().stream().sorted().toList();
        if (!showing || runs.equals(wanted)) {
            return;
        }
        wanted = runs;
        compare(session);
    }

    private void compare(SessionState session) {
        List<RunRecord> runs = new ArrayList<>();
        wanted.forEach(id -> session.snapshot().run(id).ifPresent(runs::add));
        Optional<ImageSetEntry> set = session.selectedImageSet();
        if (runs.size() < 2 || set.isEmpty()) {
            newest.drop();
            show(state.saying(CompareState.CHOOSE), true);
        } else if (runs.size() > MOST_ALIKE) {
            newest.drop();
            show(state.saying(runs.size() + " runs are chosen; choose " + MOST_ALIKE + " or fewer."), true);
        } else if (runs.size() > MOST) {
            CompareState now = state;
            newest.request(workbench.reading((store, monitor) -> now.with(alike(store, runs, monitor))));
        } else {
            Long first = reference;
            runs.sort((a, b) -> Boolean.compare(first == null || b.id() == first, first == null || a.id() == first));
            CompareState now = state;
            int opening = session.opening();
            newest.request(workbench.reading((store, monitor) -> load(store, runs, opening, set.get(), now, monitor)));
        }
    }

    private CompareState load(
            Store store, List<RunRecord> runs, int opening, ImageSetEntry set, CompareState now, Monitor monitor) {
        Partitions partitions = new Partitions(store);
        List<Partition> each = runs.stream().map(partitions::of).toList();
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            monitor.check();
            RunRecord run = runs.get(i);
            List<Partition> others = IntStream.range(0, runs.size())
                    .filter(j -> runs.get(j).id() != run.id() && !runs.get(j).degenerate())
                    .mapToObj(each::get)
                    .toList();
            compared.add(Compared.of(run, details(run, set, each.get(i)), each.get(i), each.get(0), others));
        }
        List<List<Double>> rand = each.stream()
                .map(one -> each.stream()
                        .map(other -> one.with(other).adjustedRand())
                        .toList())
                .toList();
        Mosaics.Mosaic mosaic = Mosaics.read(opening, set, workbench.workers(), monitor);
        return now.withRuns(mosaic.pyramid(), mosaic.names(), compared, rand, new CompareState.Pair(1, 0));
    }

    private CompareState.Alike alike(Store store, List<RunRecord> runs, Monitor monitor) {
        Partitions partitions = new Partitions(store);
        List<Partition> each = runs.stream().map(partitions::of).toList();
        Similarity similarity = Similarity.of(each, RunFamily.NEARLY_SAME, workbench.workers(), monitor);
        return new CompareState.Alike(runs, similarity, RunFamily.of(runs, similarity));
    }

    private static RunDetails details(RunRecord run, ImageSetEntry set, Partition partition) {
        Slicing slicing = run.slicing().orElseThrow();
        return new RunDetails(
                run,
                set.set().layout(),
                SliceRect.of(set.set().layout(), slicing),
                ImageSlices.refs(ImageSlices.of(slicing, set.set().layout())),
                Arrays.stream(partition.labels()).boxed().toList(),
                Optional.empty(),
                "");
    }

    private void compared(Outcome<CompareState> outcome) {
        if (outcome instanceof Outcome.Done<CompareState> done) {
            show(done.result(), true);
        } else if (outcome instanceof Outcome.Failed<CompareState> failed) {
            show(state.saying(failed.message()), true);
        }
    }

    private void show(CompareState other, boolean otherRuns) {
        state = other;
        view.show(other, otherRuns);
    }

    /** The user looks at a part of the mosaic. */
    void look(Viewport viewport, Dimension window, double pixels) {
        details.look(state.mosaic(), viewport, window, pixels);
    }

    /** Colours follow the reference, or each run has its own. */
    void setAligned(boolean aligned) {
        show(state.withAligned(aligned), false);
    }

    /** Only what differs from the reference is bright, or everything. */
    void setDifferences(boolean only) {
        show(state.withDifferences(only), false);
    }

    /** How the runs stand: side by side, or two of them over each other. */
    void setLayout(CompareState.Layout layout) {
        show(state.withLayout(layout), false);
    }

    /** How opaque what lies over the mosaic of a run is, 0..1. */
    void setOpacity(long run, double opacity) {
        PaneLook look = state.look(run);
        show(state.withLook(run, new PaneLook(opacity, look.heat(), look.measured())), false);
    }

    /** What lies over the mosaic of a run: a number of each slice or, with null, its clusters. */
    void setHeat(long run, @Nullable HeatOf heat) {
        PaneLook look = state.look(run);
        show(state.withLook(run, new PaneLook(look.opacity(), heat, look.measured())), false);
        Optional<RunRecord> record = workbench.session().state().snapshot().run(run);
        boolean measures = heat != null && !heat.equals(CompareState.DISAGREEMENT);
        if (measures && look.measured() == null && record.isPresent()) {
            measure(record.get());
        }
    }

    private void measure(RunRecord run) {
        workbench.tasks().quietly("Measuring run " + run.id(), workbench.loading(run), outcome -> {
            if (outcome instanceof Outcome.Done<RunDetails> done) {
                PaneLook look = state.look(run.id());
                show(state.withLook(run.id(), new PaneLook(look.opacity(), look.heat(), done.result())), false);
                if (done.result().measured().isEmpty()) {
                    workbench.tell(new ProblemException(done.result().problem()));
                }
            } else if (outcome instanceof Outcome.Failed<RunDetails> failed) {
                workbench.tell(new ProblemException(failed.message()));
            }
        });
    }

    /** Another run is the reference. */
    void setReference(long run) {
        reference = run;
        compare(workbench.session().state());
    }

    /** Two runs are set against each other. */
    void setPair(int one, int other) {
        if (one != other) {
            show(state.withPair(new CompareState.Pair(one, other)), false);
        }
    }

    /** The slices that a cluster of one run of the pair and a cluster of the other share are bright in both. */
    void selectShared(int cluster, int otherCluster) {
        Compared one = state.runs().get(state.pair().one());
        Compared other = state.runs().get(state.pair().other());
        show(
                state.withSelected(Map.of(
                        one.run().id(), one.slicesOf(cluster, other, otherCluster),
                        other.run().id(), other.slicesOf(otherCluster, one, cluster))),
                false);
    }

    /** Two of many runs are chosen, to be seen side by side. */
    void choose(long one, long other) {
        if (one == other) {
            workbench.session().selectRun(one);
        } else {
            workbench.session().chooseRuns(Set.of(one, other), one);
        }
    }

    /** The runs of a family are chosen, its best before the others: up to nine are seen side by side. */
    void choose(RunFamily family) {
        workbench
                .session()
                .chooseRuns(
                        family.runs().stream().map(RunRecord::id).collect(Collectors.toSet()),
                        family.best().orElse(family.runs().get(0)).id());
    }

    /** Nothing is bright any more. */
    void selectNothing() {
        show(state.withSelected(Map.of()), false);
    }
}
