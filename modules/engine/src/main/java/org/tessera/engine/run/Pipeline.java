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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.ScoreCalculator;
import org.tessera.engine.score.Scores;
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
        return run(table, spec, parentLabels, null, monitor);
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
        return run(table, spec, parentLabels, model, monitor);
    }

    private RunResult run(
            FeatureTable table,
            RunSpec spec,
            int @Nullable [] parentLabels,
            @Nullable FittedModel model,
            Monitor monitor) {
        long start = System.nanoTime();
        int[] kept = kept(table, spec, parentLabels);
        FeatureTable all = table.select(spec.statistics());
        boolean some = kept.length < all.slices().size();
        FeatureTable features = some ? all.rows(kept) : all;
        Matrix raw = features.defined();
        Transformation transformation = model == null ? Transformation.fit(raw, spec) : model.transformation();
        Map<Space, Matrix> spaces = transformation.spaces(raw);
        Matrix clustered = Objects.requireNonNull(spaces.get(Space.CLUSTERED));
        List<String> warnings = new ArrayList<>(left(all, features, spec));
        Labels labels;
        if (model == null) {
            labels = clusterer.cluster(clustered, spec.clustering(), monitor.part(0, 0.7));
            warnings.addAll(found(labels, clustered, spec.clustering(), monitor));
        } else {
            labels = model.assign(clustered, workers, monitor);
        }
        long labelled = System.nanoTime();
        Scores scored = score(spaces, labels, spec, warnings, monitor.part(0.7, 1));
        monitor.progress(1, "scored");
        return new RunResult(
                some ? labels.spread(kept, all.slices().size()) : labels,
                scored,
                transformation.explainedVarianceRatio(),
                warnings,
                (labelled - start) / 1e6,
                (System.nanoTime() - labelled) / 1e6);
    }

    /** Scores of the slices that have a label. */
    private Scores score(
            Map<Space, Matrix> spaces, Labels labels, RunSpec spec, List<String> warnings, Monitor monitor) {
        int[] labelled = labels.labelled();
        if (labelled.length == 0) {
            return new Scores(Map.of());
        }
        Labels compact =
                Labels.canonical(Arrays.stream(labelled).map(labels::get).toArray());
        Map<Space, Matrix> rows = spaces;
        if (labelled.length < labels.size()) {
            IdentityHashMap<Matrix, Matrix> once = new IdentityHashMap<>();
            rows = new EnumMap<>(Space.class);
            for (Map.Entry<Space, Matrix> space : spaces.entrySet()) {
                rows.put(space.getKey(), once.computeIfAbsent(space.getValue(), matrix -> matrix.selectRows(labelled)));
            }
        }
        int limit = spec.scoreLimit();
        if (limit == 0 || labelled.length <= limit) {
            return scores.of(rows, compact, null, monitor);
        }
        warnings.add("The silhouette is that of " + limit + " of " + labelled.length + " slices, each against all,"
                + " drawn with seed " + SAMPLE_SEED + ".");
        return scores.of(rows, compact, ScoreCalculator.sample(labelled.length, limit, SAMPLE_SEED), monitor);
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

    private List<String> found(Labels labels, Matrix clustered, ClusteringSpec spec, Monitor monitor) {
        List<String> warnings = new ArrayList<>();
        if (labels.clusters() < spec.clusters()) {
            warnings.add("Only " + labels.clusters() + " of " + spec.clusters()
                    + " clusters have slices, since there are no more distinct slices.");
        }
        if (spec instanceof ClusteringSpec.Dbscan dbscan) {
            int noise = labels.size() - labels.labelled().length;
            warnings.add((noise == 1 ? "1 slice is" : noise + " slices are") + " noise, in no cluster: eps is "
                    + String.format(Locale.ROOT, "%.4g", clusterer.eps(clustered, dbscan, monitor))
                    + (dbscan.eps() == 0 ? " (at the knee of the distances)" : "") + ", with "
                    + dbscan.minPoints() + " points. Scores are of the other slices.");
        }
        return warnings;
    }
}
