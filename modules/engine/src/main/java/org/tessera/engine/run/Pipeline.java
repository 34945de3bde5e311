// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.ScoreCalculator;
import org.tessera.engine.score.Scored;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.score.Space;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.SliceFilter;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** Feature table to labels and scores. Keeps nothing between calls; any thread. */
public final class Pipeline {
    /** Changes whenever the same spec may give other labels or scores than before. */
    public static final String VERSION = "2";

    private static final long SAMPLE_SEED = 42;

    private final Workers workers;
    private final Clusterer clusterer;
    private final ScoreCalculator scores;

    /** @param workers the threads that work; their number does not change a result */
    public Pipeline(Workers workers) {
        this.workers = workers;
        this.clusterer = new Clusterer(workers);
        this.scores = new ScoreCalculator(workers);
    }

    /** A run of a spec without a parent; see {@link #run(FeatureTable, RunSpec, int[], Monitor)}. */
    public RunResult run(FeatureTable table, RunSpec spec, Monitor monitor) {
        return run(table, spec, null, monitor);
    }

    /**
     * Makes a run.
     *
     * @param table has at least the statistics of the spec
     * @param parentLabels of the same slices in the parent of the spec; null without one
     * @throws org.tessera.engine.task.ProblemException if the spec does not fit the table
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public RunResult run(FeatureTable table, RunSpec spec, int @Nullable [] parentLabels, Monitor monitor) {
        return runAll(table, List.of(spec), parentLabels, monitor).get(0);
    }

    /**
     * Makes runs that differ in their clustering only, so that scaling, PCA and distances are computed once.
     *
     * @param table has at least the statistics of the specs
     * @param specs one or more, equal {@link #apart} from their clusterings
     * @param parentLabels of the same slices in the parent of the specs; null without one
     * @return in the order of the specs
     */
    public List<RunResult> runAll(
            FeatureTable table, List<RunSpec> specs, int @Nullable [] parentLabels, Monitor monitor) {
        return run(table, specs, parentLabels, null, null, monitor);
    }

    /** Whether two specs must be run apart: they differ in more than their clustering. */
    public static boolean apart(RunSpec a, RunSpec b) {
        return !a.clusteredBy(b.clustering()).equals(b);
    }

    /**
     * Applies what another run has fitted.
     *
     * @param table has at least the statistics of the spec
     * @param spec of the run that fitted
     * @param parentLabels of the same slices by the parent of the spec; null without one
     */
    public RunResult apply(
            FeatureTable table, RunSpec spec, int @Nullable [] parentLabels, FittedModel model, Monitor monitor) {
        return run(table, List.of(spec), parentLabels, model, null, monitor).get(0);
    }

    /**
     * Scores labels that were found otherwise, such as a consensus.
     *
     * @param table has at least the statistics of the spec
     * @param labels of all its slices; those that the spec leaves out have none
     */
    public RunResult scored(
            FeatureTable table, RunSpec spec, int @Nullable [] parentLabels, int[] labels, Monitor monitor) {
        return run(table, List.of(spec), parentLabels, null, labels, monitor).get(0);
    }

    private List<RunResult> run(
            FeatureTable table,
            List<RunSpec> specs,
            int @Nullable [] parentLabels,
            @Nullable FittedModel model,
            int @Nullable [] given,
            Monitor monitor) {
        RunSpec first = specs.get(0);
        int[] kept = kept(table, first, parentLabels);
        FeatureTable all = table.select(first.statistics());
        boolean some = kept.length < all.slices().size();
        FeatureTable features = some ? all.rows(kept) : all;
        Matrix raw = features.defined();
        Transformation transformation = model == null ? Transformation.fit(raw, first) : model.transformation();
        Map<Space, Matrix> spaces = transformation.spaces(raw);
        Matrix clustered = Objects.requireNonNull(spaces.get(Space.CLUSTERED));
        List<Clustered> found = new ArrayList<>();
        for (RunSpec spec : specs) {
            long start = System.nanoTime();
            double done = 0.7 * found.size() / specs.size();
            Monitor part = monitor.part(done, done + 0.7 / specs.size());
            List<String> warnings = new ArrayList<>(left(all, features, spec));
            Labels labels;
            if (given != null) {
                labels = Labels.canonical(
                        Arrays.stream(kept).map(row -> given[row]).toArray());
            } else if (model == null) {
                ClusteringSpec clustering = clusterer.settled(clustered, spec.clustering(), part);
                labels = clusterer.cluster(clustered, clustering, part);
                warnings.addAll(found(labels, spec.clustering(), clustering));
            } else {
                labels = model.assign(clustered, workers, part);
            }
            found.add(new Clustered(labels, warnings, (System.nanoTime() - start) / 1e6));
        }
        long start = System.nanoTime();
        List<Scored> scored = score(spaces, found, first.scoreLimit(), monitor.part(0.7, 1));
        double scoreMillis = (System.nanoTime() - start) / 1e6 / specs.size();
        monitor.progress(1, "scored");
        FitSummary summary = FitSummary.of(features, raw, transformation);
        int total = all.slices().size();
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Clustered one = found.get(i);
            results.add(new RunResult(
                    some ? one.labels.spread(kept, total) : one.labels,
                    scored.get(i).scores(),
                    some
                            ? scored.get(i).silhouettes().spread(kept, total)
                            : scored.get(i).silhouettes(),
                    summary,
                    transformation.explainedVarianceRatio(),
                    one.warnings,
                    one.millis,
                    scoreMillis));
        }
        return results;
    }

    /** A clustering of the slices kept, not yet scored; warnings may be added. */
    private record Clustered(Labels labels, List<String> warnings, double millis) {}

    /** Scores of the slices that have a label; clusterings that label all are scored together. */
    private List<Scored> score(Map<Space, Matrix> spaces, List<Clustered> found, int limit, Monitor monitor) {
        Map<Boolean, List<Clustered>> byNoise = found.stream()
                .collect(Collectors.partitioningBy(one -> one.labels.labelled().length < one.labels.size()));
        IdentityHashMap<Clustered, Scored> scored = new IdentityHashMap<>();
        List<Clustered> whole = Objects.requireNonNull(byNoise.get(false));
        List<Scored> together =
                score(spaces, whole.stream().map(one -> compact(one.labels)).toList(), limit, whole, monitor);
        for (int i = 0; i < whole.size(); i++) {
            scored.put(whole.get(i), together.get(i));
        }
        for (Clustered one : Objects.requireNonNull(byNoise.get(true))) {
            int[] labelled = one.labels.labelled();
            IdentityHashMap<Matrix, Matrix> once = new IdentityHashMap<>();
            Map<Space, Matrix> rows = new EnumMap<>(Space.class);
            spaces.forEach((space, matrix) ->
                    rows.put(space, once.computeIfAbsent(matrix, whichever -> whichever.selectRows(labelled))));
            scored.put(
                    one,
                    labelled.length == 0
                            ? new Scored(new Scores(Map.of()), SliceScores.NONE)
                            : ofLabelled(
                                    score(rows, List.of(compact(one.labels)), limit, List.of(one), monitor)
                                            .get(0),
                                    labelled,
                                    one.labels.size()));
        }
        return found.stream()
                .map(one -> Objects.requireNonNull(scored.get(one)))
                .toList();
    }

    private static Scored ofLabelled(Scored scored, int[] labelled, int total) {
        return new Scored(scored.scores(), scored.silhouettes().spread(labelled, total));
    }

    /** Without noise and without clusters that have no slice. */
    private static Labels compact(Labels labels) {
        return Labels.canonical(
                Arrays.stream(labels.labelled()).map(labels::get).toArray());
    }

    private List<Scored> score(
            Map<Space, Matrix> spaces, List<Labels> labels, int limit, List<Clustered> told, Monitor monitor) {
        int rows = labels.isEmpty() ? 0 : labels.get(0).size();
        if (limit == 0 || rows <= limit) {
            return scores.ofAll(spaces, labels, null, monitor);
        }
        told.forEach(one -> one.warnings.add("The silhouette is that of " + limit + " of " + rows
                + " slices, each against all, drawn with seed " + SAMPLE_SEED + "."));
        return scores.ofAll(spaces, labels, ScoreCalculator.sample(rows, limit, SAMPLE_SEED), monitor);
    }

    /**
     * The slices that a run clusters, by their rows in the table, ascending.
     *
     * @param parentLabels of the same slices in the parent of the spec; null without one
     * @throws ProblemException if there is none
     */
    public static int[] kept(FeatureTable table, RunSpec spec, int @Nullable [] parentLabels) {
        Parent parent = spec.parent();
        int[] kept = spec.whereSlice() == null
                ? IntStream.range(0, table.slices().size()).toArray()
                : SliceFilter.parse(spec.whereSlice(), id -> id).kept(table);
        if (parent != null && parentLabels != null) {
            kept = IntStream.of(kept)
                    .filter(row -> parent.clusters().contains(parentLabels[row]))
                    .toArray();
        }
        if (kept.length == 0) {
            throw new ProblemException("No slice " + condition(spec) + "; loosen the condition.");
        }
        return kept;
    }

    private static String condition(RunSpec spec) {
        List<String> parts = new ArrayList<>();
        if (spec.whereSlice() != null) {
            parts.add("fulfils " + spec.whereSlice());
        }
        if (spec.parent() != null) {
            parts.add("is in cluster " + spec.parent().clustersText() + " of run "
                    + spec.parent().run());
        }
        return String.join(" and ", parts);
    }

    private static List<String> left(FeatureTable all, FeatureTable features, RunSpec spec) {
        List<String> warnings = new ArrayList<>();
        int left = all.slices().size() - features.slices().size();
        if (left > 0) {
            warnings.add(left + " of " + all.slices().size() + " slices are in no cluster: clustered is what "
                    + condition(spec) + ".");
        }
        int undefined = features.undefined();
        if (undefined > 0) {
            warnings.add(undefined + (undefined == 1 ? " value is" : " values are")
                    + " undefined (constant slices have no skewness and kurtosis) and clustered as 0.");
        }
        return warnings;
    }

    /** @param settled the spec with what the data decided */
    private static List<String> found(Labels labels, ClusteringSpec spec, ClusteringSpec settled) {
        List<String> warnings = new ArrayList<>();
        if (labels.clusters() < spec.clusters()) {
            warnings.add("Only " + labels.clusters() + " of " + spec.clusters()
                    + " clusters have slices, since there are no more distinct slices.");
        }
        if (settled instanceof ClusteringSpec.Dbscan dbscan) {
            int noise = labels.size() - labels.labelled().length;
            String eps = "eps is " + String.format(Locale.ROOT, "%.4g", dbscan.eps())
                    + (!settled.equals(spec) ? " (at the knee of the distances)" : "") + ", with "
                    + dbscan.minPoints() + " points.";
            warnings.add(
                    noise == 0
                            ? "No slice is noise: " + eps
                            : (noise == 1 ? "1 slice is" : noise + " slices are") + " noise, in no cluster: " + eps
                                    + " Scores are of the other slices.");
        }
        return warnings;
    }
}
