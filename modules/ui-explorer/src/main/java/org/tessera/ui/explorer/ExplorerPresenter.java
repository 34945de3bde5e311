// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.StoreSnapshot;
import org.tessera.store.SweepRecord;
import org.tessera.ui.explorer.ExplorerNode.Kind;
import org.tessera.ui.explorer.ExplorerNode.Mark;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;

/** What the explorer shows, and what a selection there means. */
final class ExplorerPresenter {
    /** Shows the tree. */
    interface View {
        /**
         * Another tree; what was expanded stays so.
         *
         * @param expanded whether all lines are to be seen, as while a filter is typed
         * @param empty whether there is nothing, even without a filter
         */
        void show(ExplorerNode root, boolean expanded, boolean empty);

        /** Selects a line without telling, or none if there is no such line. */
        void select(String key);

        /** What has just been done to runs and can be taken back; empty for nothing. */
        void showDone(String sentence);
    }

    private static final String NOTEBOOK = String.join(",", StatisticSet.NOTEBOOK);

    private final Workbench workbench;
    private final Session session;
    private final View view;
    private String filter = "";

    ExplorerPresenter(Workbench workbench, View view) {
        this.workbench = workbench;
        this.session = workbench.session();
        this.view = view;
        show(session.state());
        session.addListener(this::changed);
        workbench.changes().addListener(view::showDone);
    }

    private void changed(SessionState before, SessionState after) {
        if (!before.snapshot().equals(after.snapshot()) || !before.score().equals(after.score())) {
            show(after);
        } else if (!before.selection().equals(after.selection())) {
            view.select(keyOf(after));
        }
    }

    private void show(SessionState state) {
        ExplorerNode all = tree(state.snapshot(), state.score());
        view.show(all.matching(filter), !filter.isBlank(), all.children().isEmpty());
        view.select(keyOf(state));
    }

    private static String keyOf(SessionState state) {
        if (state.run() != null) {
            return keyOf(state.sweep(), state.run());
        }
        return state.sweep() != null ? "sweep:" + state.sweep() : "image_set:" + state.imageSet();
    }

    /** A run may stand under several sweeps. */
    private static String keyOf(@Nullable Long sweep, long run) {
        return "run:" + (sweep == null ? "" : sweep + "/") + run;
    }

    /** The user has typed into the filter: lines that contain it stay, with what lies above and below them. */
    void filter(String text) {
        filter = text;
        show(session.state());
    }

    /** The user has selected a line. */
    void selected(ExplorerNode node) {
        switch (node.kind()) {
            case RUN -> {
                Long sweep = node.sweep();
                if (sweep == null) {
                    session.selectRun(node.id());
                } else {
                    session.selectRun(node.id(), sweep);
                }
            }
            case SWEEP -> session.selectSweep(node.id());
            case IMAGE_SET -> session.selectImageSet(node.id());
            default -> {}
        }
    }

    /** Whether a line is a sweep that has stopped before it was done. */
    static boolean resumable(ExplorerNode node) {
        return node.kind() == Kind.SWEEP && node.mark() == Mark.STOPPED;
    }

    /** The record of a line that is a run. */
    Optional<RunRecord> run(ExplorerNode node) {
        return node.kind() == Kind.RUN ? session.state().snapshot().run(node.id()) : Optional.empty();
    }

    void star(RunRecord run) {
        workbench.changes().star(List.of(run.id()), !run.starred());
    }

    void rename(RunRecord run, String name) {
        workbench.changes().rename(List.of(run.id()), name);
    }

    void tag(RunRecord run, List<String> tags) {
        workbench.changes().tag(List.of(run.id()), tags);
    }

    void note(RunRecord run, String note) {
        workbench.changes().note(List.of(run.id()), note);
    }

    void delete(RunRecord run) {
        workbench.changes().delete(List.of(run.id()));
    }

    void move(long run, String experiment) {
        workbench.changes().move(List.of(run), experiment);
    }

    /** Whether a run can be moved to a line: another experiment of its project. */
    boolean canMove(long run, ExplorerNode to) {
        return to.kind() == Kind.EXPERIMENT
                && session.state()
                        .snapshot()
                        .run(run)
                        .filter(one -> !one.experiment().equals(to.text())
                                && to.key().equals("experiment:" + one.project() + "/" + to.text()))
                        .isPresent();
    }

    /** The user takes the last change back. */
    void undo() {
        workbench.changes().undo();
    }

    /** The user wants a stopped sweep to go on. */
    void resume(ExplorerNode node) {
        workbench.resume(node.id());
    }

    static ExplorerNode tree(StoreSnapshot snapshot, ScoreName score) {
        Map<String, Map<String, List<RunRecord>>> runs = snapshot.runs().stream()
                .collect(Collectors.groupingBy(RunRecord::project, Collectors.groupingBy(RunRecord::experiment)));
        List<ExplorerNode> projects = new ArrayList<>();
        for (String project : snapshot.projects()) {
            List<ExplorerNode> children = new ArrayList<>();
            snapshot.imageSets().stream()
                    .filter(entry -> entry.project().equals(project))
                    .forEach(entry -> children.add(imageSet(entry)));
            snapshot.experiments().stream()
                    .filter(experiment -> experiment.project().equals(project))
                    .forEach(experiment -> children.add(experiment(
                            snapshot,
                            experiment,
                            runs.getOrDefault(project, Map.of()).getOrDefault(experiment.name(), List.of()),
                            score)));
            projects.add(ExplorerNode.of(Kind.PROJECT, 0, project, project, "", Mark.NONE, children));
        }
        return ExplorerNode.of(Kind.ROOT, 0, "", "", "", Mark.NONE, projects);
    }

    private static ExplorerNode imageSet(StoreSnapshot.ImageSetEntry entry) {
        ImageSetRecord set = entry.set();
        String detail =
                set.kind() == ImageSetRecord.Kind.TABLE ? "table" : set.mosaicRows() + " × " + set.mosaicColumns();
        return ExplorerNode.of(Kind.IMAGE_SET, entry.id(), "" + entry.id(), set.name(), detail, Mark.NONE, List.of());
    }

    private static ExplorerNode experiment(
            StoreSnapshot snapshot, StoreSnapshot.ExperimentEntry experiment, List<RunRecord> runs, ScoreName score) {
        Map<Long, List<RunRecord>> bySweep =
                runs.stream().filter(run -> run.sweep() != null).collect(Collectors.groupingBy(RunRecord::sweep));
        List<ExplorerNode> children = new ArrayList<>();
        runs.stream().filter(run -> run.sweep() == null).forEach(run -> children.add(run(run, null, score)));
        snapshot.sweeps().stream()
                .filter(s -> s.project().equals(experiment.project())
                        && s.experiment().equals(experiment.name()))
                .forEach(sweep -> children.add(sweep(
                        sweep,
                        sweep.known().isEmpty()
                                ? bySweep.getOrDefault(sweep.id(), List.of())
                                : snapshot.runsOfSweep(sweep.id()),
                        score)));
        String key = experiment.project() + "/" + experiment.name();
        return ExplorerNode.of(Kind.EXPERIMENT, 0, key, experiment.name(), count(runs.size()), Mark.NONE, children);
    }

    private static ExplorerNode sweep(SweepRecord sweep, List<RunRecord> runs, ScoreName score) {
        List<ExplorerNode> children =
                runs.stream().map(run -> run(run, sweep.id(), score)).toList();
        boolean whole = sweep.status() == Status.DONE;
        String detail = whole && children.size() == sweep.planned()
                ? count(children.size())
                : children.size() + " of " + sweep.planned();
        Mark mark = whole || sweep.status() == Status.RUNNING ? Mark.NONE : Mark.STOPPED;
        String text = "Sweep " + sweep.id()
                + (mark == Mark.STOPPED ? ", " + sweep.status().id() : "");
        return ExplorerNode.of(Kind.SWEEP, sweep.id(), "" + sweep.id(), text, detail, mark, children);
    }

    private static ExplorerNode run(RunRecord run, @Nullable Long sweep, ScoreName score) {
        Mark mark =
                switch (run.status()) {
                    case DONE -> run.degenerate() ? Mark.DEGENERATE : Mark.GOOD;
                    case FAILED -> Mark.FAILED;
                    default -> Mark.STOPPED;
                };
        OptionalDouble value = run.score(score);
        String detail = value.isEmpty()
                ? "–"
                : String.format(
                                Locale.ROOT,
                                Math.abs(value.getAsDouble()) < 100 ? "%.3f" : "%,.1f",
                                value.getAsDouble())
                        .replace('-', '−');
        return new ExplorerNode(
                Kind.RUN,
                keyOf(sweep, run.id()),
                run.id(),
                sweep,
                run.id() + " · " + text(run) + (run.starred() ? " ★" : ""),
                detail,
                mark,
                List.of());
    }

    private static String text(RunRecord run) {
        if (run.name() != null) {
            return run.name();
        }
        String grid = run.parameterText("grid").isEmpty()
                ? "table"
                : run.parameterText("grid").replace("x", " × ");
        RunSpec spec = run.spec();
        String algorithm = spec.clustering() instanceof ClusteringSpec.KMeans
                ? ""
                : ", " + spec.clustering().title();
        String prepared = spec.preparation().toString();
        Long model = spec.model();
        String statistics = run.parameterText("statistics").equals(NOTEBOOK)
                ? ""
                : ", " + run.parameterText("statistics").split(",", -1).length + " statistics";
        String components = run.parameterText("pca_components").isEmpty()
                ? ""
                : ", " + run.parameterText("pca_components") + " PCs";
        String pca = run.parameterText("pca").equals("true") ? "" : ", no PCA";
        return grid
                + (prepared.isEmpty() ? "" : ", " + prepared)
                + ", k " + run.clusterSizes().size() + algorithm + components + pca + statistics
                + (model == null ? "" : ", run " + model + " applied");
    }

    private static String count(int runs) {
        return runs == 1 ? "1 run" : runs + " runs";
    }
}
