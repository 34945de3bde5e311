// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
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
import org.tessera.engine.transform.PrincipalComponents;
import org.tessera.engine.transform.Standardizer;

/** Feature table to labels and scores. Keeps nothing between calls; any thread. */
public final class Pipeline {
    /** Changes whenever the same spec may give other labels or scores than before. */
    public static final String VERSION = "2";

    private final Clusterer clusterer;
    private final ScoreCalculator scores;

    /** @param workers the threads that work; their number does not change a result */
    public Pipeline(Workers workers) {
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
        long start = System.nanoTime();
        int[] kept = kept(table, spec, parentLabels);
        FeatureTable all = table.select(spec.statistics());
        boolean some = kept.length < all.slices().size();
        FeatureTable features = some ? all.rows(kept) : all;
        Matrix raw = features.defined();
        Matrix standardized = Standardizer.standardize(raw);
        Matrix clustered = spec.standardize() ? standardized : raw;
        List<Double> ratios = List.of();
        Map<Space, Matrix> spaces = new EnumMap<>(Space.class);
        spaces.put(Space.RAW_FEATURES, raw);
        spaces.put(Space.STANDARDIZED, standardized);
        if (spec.pca()) {
            int most = Math.min(clustered.rows(), clustered.columns());
            PrincipalComponents pca =
                    PrincipalComponents.of(clustered, spec.pcaComponents().orElse(most));
            clustered = pca.scores();
            ratios = pca.explainedVarianceRatio();
            if (ratios.size() == most) {
                // all components only turn the space: distances, and so every score, stay as they are
                spaces.put(spec.standardize() ? Space.STANDARDIZED : Space.RAW_FEATURES, clustered);
            }
        }
        spaces.put(Space.CLUSTERED, clustered);
        Labels labels = clusterer.cluster(clustered, spec.clustering(), monitor.part(0, 0.7));
        long labelled = System.nanoTime();
        Scores scored = scores.of(spaces, labels, monitor.part(0.7, 1));
        monitor.progress(1, "scored");
        return new RunResult(
                some ? labels.spread(kept, all.slices().size()) : labels,
                scored,
                ratios,
                warnings(all, features, spec, labels),
                (labelled - start) / 1e6,
                (System.nanoTime() - labelled) / 1e6);
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

    private static List<String> warnings(FeatureTable all, FeatureTable features, RunSpec spec, Labels labels) {
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
        if (labels.clusters() < spec.clustering().clusters()) {
            warnings.add("Only " + labels.clusters() + " of "
                    + spec.clustering().clusters() + " clusters have slices, since there are no more distinct slices.");
        }
        return warnings;
    }
}
