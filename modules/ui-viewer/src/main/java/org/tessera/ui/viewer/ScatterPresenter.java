// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ScatterPlot;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.SliceSpace;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.task.Task;

/** The slices of the selected run in a plane, coloured by cluster: principal components, t-SNE or UMAP. */
final class ScatterPresenter {
    /** Shows a plot. */
    interface View {
        /** The plot, or a sentence where there is none. */
        void show(Optional<ScatterPlot> plot, String sentence);
    }

    private static final long SEED = 42;
    private static final String NO_RUN = "Select a run to see its slices.";

    private final Workbench workbench;
    private final View view;
    private final Map<EmbeddingMethod, Matrix> planes = new EnumMap<>(EmbeddingMethod.class);
    private @Nullable EmbeddingMethod method;
    private @Nullable Task embedding;

    ScatterPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.view = view;
        view.show(Optional.empty(), NO_RUN);
        workbench.session().addListener(this::changed);
    }

    /** The user wants another view of the slices; null for principal components. */
    void choose(@Nullable EmbeddingMethod other) {
        method = other;
        stop();
        show(workbench.session().state());
    }

    /** The user has clicked a dot, or none; {@code more}: beside what is selected. */
    void select(int slice, boolean more) {
        SelectedSlices.click(workbench.session(), slice, more);
    }

    private void changed(SessionState before, SessionState after) {
        if (Objects.equals(before.shown(), after.shown())
                && before.slices().equals(after.slices())
                && before.shownRun().equals(after.shownRun())
                && before.selection().equals(after.selection())) {
            return;
        }
        if (!Objects.equals(before.shown(), after.shown())) {
            stop();
            planes.clear();
        }
        show(after);
    }

    private void stop() {
        if (embedding != null) {
            embedding.cancel();
            embedding = null;
        }
    }

    private void show(SessionState state) {
        RunDetails details = state.shown();
        if (state.live() == null && (state.run() == null || state.problem() != null)) {
            view.show(Optional.empty(), state.run() == null ? NO_RUN : state.problem() + "");
        } else if (details != null) {
            RunDetails.Measured measured = details.measured().orElse(null);
            if (measured == null) {
                view.show(Optional.empty(), details.problem());
            } else if (method != null && state.live() != null) {
                view.show(Optional.empty(), "Record the run to see " + method.label() + " of its slices.");
            } else if (method == null) {
                view.show(Optional.of(components(details, measured)), "");
            } else {
                show(details, measured.space(), method);
            }
        }
    }

    private void show(RunDetails details, SliceSpace space, EmbeddingMethod by) {
        Matrix plane = planes.get(by);
        if (plane != null) {
            view.show(Optional.of(plot(details, plane, by.label() + " 1", by.label() + " 2")), "");
        } else if (embedding == null) {
            view.show(Optional.empty(), by.label() + " of the slices is being computed…");
            Workers workers = workbench.workers();
            embedding = workbench
                    .tasks()
                    .start(
                            by.label() + " of run " + details.run().id(),
                            monitor -> space.embed(by, SEED, workers, monitor),
                            outcome -> embedded(details, by, outcome));
        }
    }

    private void embedded(RunDetails details, EmbeddingMethod by, Outcome<Matrix> outcome) {
        SessionState state = workbench.session().state();
        if (by != method || !details.equals(state.shown())) {
            return;
        }
        embedding = null;
        if (outcome instanceof Outcome.Done<Matrix> done) {
            planes.put(by, done.result());
            show(state);
        } else if (outcome instanceof Outcome.Failed<Matrix> failed) {
            view.show(Optional.empty(), failed.message());
        } else {
            view.show(Optional.empty(), by.label() + " was cancelled; choose it again to compute it.");
        }
    }

    private ScatterPlot components(RunDetails details, RunDetails.Measured measured) {
        boolean flat = measured.components().columns() < 2;
        return plot(details, measured.components(), axis(measured, 0), flat ? "" : axis(measured, 1));
    }

    private ScatterPlot plot(RunDetails details, Matrix plane, String across, String up) {
        boolean flat = plane.columns() < 2;
        Set<SliceRef> selected = workbench.session().state().slices();
        List<ScatterPlot.Dot> dots = new ArrayList<>();
        for (int i = 0; i < plane.rows(); i++) {
            if (!Double.isNaN(plane.get(i, 0))) {
                dots.add(new ScatterPlot.Dot(
                        plane.get(i, 0),
                        flat ? 0 : plane.get(i, 1),
                        details.labels().get(i),
                        i));
            }
        }
        return new ScatterPlot(
                details.run().recorded() ? "Run " + details.run().id() : "Live",
                across,
                up,
                dots,
                ShownClusters.of(workbench.session().state()).colours(),
                Set.copyOf(SelectedSlices.places(details, selected)));
    }

    private static String axis(RunDetails.Measured measured, int component) {
        return String.format(
                Locale.ROOT,
                "PC %d (%.1f %% of variance)",
                component + 1,
                100 * measured.explained().get(component));
    }
}
