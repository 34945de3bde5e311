// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
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
import org.tessera.workbench.session.SessionState;

/** Makes the explorer's lines of what is in a store. What was written of a run is remembered. User interface's thread. */
final class ExplorerTree {
    private static final String NOTEBOOK = String.join(",", StatisticSet.NOTEBOOK);

    private IdentityHashMap<RunRecord, Written> texts = new IdentityHashMap<>();
    private IdentityHashMap<RunRecord, Written> before = new IdentityHashMap<>();

    /**
     * What was written of a run.
     *
     * @param text at the left
     * @param score at the right
     * @param detail at the right
     */
    private record Written(String text, ScoreName score, String detail) {
        static Written of(RunRecord run, ScoreName score) {
            return new Written(line(run), score, scoreText(run, score));
        }
    }

    /** A snapshot by what its lines need. */
    private record Sorted(
            StoreSnapshot snapshot, ScoreName score, Map<Long, RunRecord> runs, Map<Long, List<RunRecord>> ofSweep) {
        List<RunRecord> of(SweepRecord sweep) {
            List<RunRecord> own = ofSweep.getOrDefault(sweep.id(), List.of());
            if (sweep.known().isEmpty()) {
                return own;
            }
            Map<Long, RunRecord> all = new TreeMap<>();
            own.forEach(run -> all.put(run.id(), run));
            sweep.known().stream().map(runs::get).filter(Objects::nonNull).forEach(run -> all.put(run.id(), run));
            return List.copyOf(all.values());
        }
    }

    /** The root of all lines. */
    ExplorerNode of(StoreSnapshot snapshot, ScoreName score) {
        before = texts;
        texts = new IdentityHashMap<>();
        Map<Long, RunRecord> byId = new HashMap<>();
        snapshot.runs().forEach(run -> byId.put(run.id(), run));
        Sorted sorted = new Sorted(
                snapshot,
                score,
                byId,
                snapshot.runs().stream()
                        .filter(run -> run.sweep() != null)
                        .collect(Collectors.groupingBy(RunRecord::sweep)));
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
                            sorted,
                            experiment,
                            runs.getOrDefault(project, Map.of()).getOrDefault(experiment.name(), List.of()))));
            projects.add(ExplorerNode.of(Kind.PROJECT, 0, project, project, "", Mark.NONE, () -> children));
        }
        return ExplorerNode.of(Kind.ROOT, 0, "", "", "", Mark.NONE, () -> projects);
    }

    /** The keys of the lines from the top down to each that is chosen, the selected one first. */
    static List<List<String>> pathsOf(SessionState state) {
        List<List<String>> paths = new ArrayList<>();
        paths.add(pathOf(state, state.selectedRun()));
        state.chosen().stream()
                .filter(run -> !run.equals(state.run()))
                .sorted()
                .map(run -> state.snapshot().run(run))
                .filter(Optional::isPresent)
                .forEach(run -> paths.add(pathOf(state, run)));
        return paths;
    }

    private static List<String> pathOf(SessionState state, Optional<RunRecord> wanted) {
        List<String> path = new ArrayList<>();
        Long sweep = state.sweep();
        if (wanted.isPresent()
                && (sweep == null
                        || state.snapshot()
                                .sweep(sweep)
                                .filter(one -> one.has(wanted.get()))
                                .isEmpty())) {
            sweep = wanted.get().sweep();
        }
        state.selectedImageSet().ifPresent(set -> path.add(ExplorerNode.key(Kind.PROJECT, set.project())));
        if (wanted.isPresent()) {
            RunRecord run = wanted.get();
            String experiment = sweep == null
                    ? run.experiment()
                    : state.snapshot().sweep(sweep).map(SweepRecord::experiment).orElse(run.experiment());
            path.add(ExplorerNode.key(Kind.EXPERIMENT, run.project() + "/" + experiment));
            if (sweep != null) {
                path.add(ExplorerNode.key(Kind.SWEEP, "" + sweep));
            }
            path.add(keyOf(sweep, run.id()));
        } else if (sweep != null && state.snapshot().sweep(sweep).isPresent()) {
            SweepRecord of = state.snapshot().sweep(sweep).get();
            path.add(ExplorerNode.key(Kind.EXPERIMENT, of.project() + "/" + of.experiment()));
            path.add(ExplorerNode.key(Kind.SWEEP, "" + sweep));
        } else if (state.imageSet() != null) {
            path.add(ExplorerNode.key(Kind.IMAGE_SET, "" + state.imageSet()));
        }
        return path;
    }

    /** A run may stand under several sweeps. */
    private static String keyOf(@Nullable Long sweep, long run) {
        return ExplorerNode.key(Kind.RUN, (sweep == null ? "" : sweep + "/") + run);
    }

    private static ExplorerNode imageSet(StoreSnapshot.ImageSetEntry entry) {
        ImageSetRecord set = entry.set();
        String detail =
                set.kind() == ImageSetRecord.Kind.TABLE ? "table" : set.mosaicRows() + " × " + set.mosaicColumns();
        return ExplorerNode.of(Kind.IMAGE_SET, entry.id(), "" + entry.id(), set.name(), detail, Mark.NONE, List::of);
    }

    private ExplorerNode experiment(Sorted in, StoreSnapshot.ExperimentEntry experiment, List<RunRecord> runs) {
        Supplier<List<ExplorerNode>> below = () -> {
            List<ExplorerNode> children = new ArrayList<>();
            runs.stream().filter(run -> run.sweep() == null).forEach(run -> children.add(run(run, null, in.score)));
            in.snapshot.sweeps().stream()
                    .filter(s -> s.project().equals(experiment.project())
                            && s.experiment().equals(experiment.name()))
                    .forEach(sweep -> children.add(sweep(sweep, in.of(sweep), in.score)));
            return children;
        };
        String key = experiment.project() + "/" + experiment.name();
        return ExplorerNode.of(Kind.EXPERIMENT, 0, key, experiment.name(), count(runs.size()), Mark.NONE, below);
    }

    private ExplorerNode sweep(SweepRecord sweep, List<RunRecord> runs, ScoreName score) {
        boolean whole = sweep.status() == Status.DONE;
        String detail =
                whole && runs.size() == sweep.planned() ? count(runs.size()) : runs.size() + " of " + sweep.planned();
        Mark mark = whole || sweep.status() == Status.RUNNING ? Mark.NONE : Mark.STOPPED;
        String text = "Sweep " + sweep.id()
                + (mark == Mark.STOPPED ? ", " + sweep.status().id() : "");
        return ExplorerNode.of(Kind.SWEEP, sweep.id(), "" + sweep.id(), text, detail, mark, () -> runs.stream()
                .map(run -> run(run, sweep.id(), score))
                .toList());
    }

    private ExplorerNode run(RunRecord run, @Nullable Long sweep, ScoreName score) {
        Mark mark =
                switch (run.status()) {
                    case DONE -> run.degenerate() ? Mark.DEGENERATE : Mark.GOOD;
                    case FAILED -> Mark.FAILED;
                    default -> Mark.STOPPED;
                };
        Written written = texts.computeIfAbsent(run, one -> {
            Written known = before.get(one);
            return known != null && known.score.equals(score) ? known : Written.of(one, score);
        });
        return new ExplorerNode(
                Kind.RUN, keyOf(sweep, run.id()), run.id(), sweep, written.text, written.detail, mark, List::of);
    }

    private static String scoreText(RunRecord run, ScoreName score) {
        OptionalDouble value = run.score(score);
        return value.isEmpty()
                ? "–"
                : String.format(
                                Locale.ROOT,
                                Math.abs(value.getAsDouble()) < 100 ? "%.3f" : "%,.1f",
                                value.getAsDouble())
                        .replace('-', '−');
    }

    private static String line(RunRecord run) {
        return run.id() + " · " + text(run) + (run.starred() ? " ★" : "");
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
