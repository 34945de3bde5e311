// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.compare.Alignment;
import org.tessera.engine.run.FittedModel;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.Repetition;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/**
 * Repeats runs to see how stable their partitions are: with other seeds, or fitted to slices drawn with replacement and applied to
 * all (the bootstrap of Hennig 2007, by the adjusted Rand index). Any thread but the event thread.
 */
public final class Stability {
    /** The most repetitions. */
    public static final int MOST = 10_000;

    /** How a run is repeated. */
    public enum How {
        /** With other seeds, on the same slices. */
        SEEDS,
        /** On slices drawn with replacement; all slices then go to the clusters that were found. */
        BOOTSTRAP;

        /** The word stored and shown. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws ProblemException naming the words there are */
        public static How ofId(String id) {
            return Arrays.stream(values())
                    .filter(how -> how.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            "A run is repeated with other seeds or by bootstrap, not by \"" + id + "\"."));
        }
    }

    /**
     * What came of it.
     *
     * @param how it was repeated
     * @param repetitions each with its index
     * @param consistency for each slice the share of the repetitions in which it stays in its cluster, 0..1; NaN without one
     */
    public record Result(How how, List<Repetition> repetitions, SliceScores consistency) {
        public Result {
            repetitions = List.copyOf(repetitions);
        }

        /** Mean of the adjusted Rand indices. */
        public double mean() {
            return Stability.mean(repetitions);
        }

        /** See {@link Stability#quantile}. */
        public double quantile(double share) {
            return Stability.quantile(repetitions, share);
        }
    }

    /** Mean of the adjusted Rand indices; NaN of none. */
    public static double mean(List<Repetition> repetitions) {
        return repetitions.stream()
                .mapToDouble(Repetition::adjustedRand)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * The index below which a share of the repetitions lies, interpolated; of 0.025 and 0.975 the ends of a 95 % interval.
     *
     * @param repetitions one or more
     */
    public static double quantile(List<Repetition> repetitions, double share) {
        double[] sorted = repetitions.stream()
                .mapToDouble(Repetition::adjustedRand)
                .sorted()
                .toArray();
        double at = share * (sorted.length - 1);
        int below = (int) at;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (at - below) * (above - sorted[below]);
    }

    private final Store store;
    private final Workers workers;
    private final Pipeline pipeline;
    private final Models models;

    /**
     * @param store where the runs are
     * @param workers the threads that work; their number does not change a result
     * @param statistics those that runs may have
     * @param cache of statistics known before
     */
    public Stability(Store store, Workers workers, StatisticSet statistics, FeatureCache cache) {
        this.store = store;
        this.workers = workers;
        this.pipeline = new Pipeline(workers);
        this.models = new Models(store, new CachedExtractor(workers, statistics, cache), workers);
    }

    /** How a run is repeated if nothing is said: with other seeds if it has one, else by bootstrap. */
    public static How usual(RunRecord run) {
        return run.parameters().get("seed") == null ? How.BOOTSTRAP : How.SEEDS;
    }

    /**
     * Repeats a run, and keeps what came of it with the run.
     *
     * @param count of repetitions, 1 to {@link #MOST}
     * @param seed from which the seeds of the repetitions are drawn
     * @throws ProblemException if its images are gone or have changed, or it cannot be repeated so; nothing is kept then
     */
    public Result repeat(long id, How how, int count, long seed, Monitor monitor) {
        if (count < 1 || count > MOST) {
            throw new ProblemException("The number of repetitions is " + count + "; give 1 to " + MOST + ".");
        }
        RunRecord run = store.requireRun(id);
        RunSpec spec = run.spec();
        check(run, spec, how);
        FeatureTable table = models.features(run, monitor.part(0, 0.2)).table(spec);
        Parent parent = spec.parent();
        int[] parentLabels = parent == null ? null : store.labels(parent.run());
        int[] labels = store.labels(id);
        int[] kept = Pipeline.kept(table, spec, parentLabels);
        SplittableRandom random = new SplittableRandom(seed);
        double[] stayed = new double[labels.length];
        List<Repetition> repetitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            monitor.check();
            Monitor part = monitor.part(0.2 + 0.8 * i / count, 0.2 + 0.8 * (i + 1) / count)
                    .named("repetition " + (i + 1) + " of " + count);
            long own = random.nextLong(Integer.MAX_VALUE);
            RunSpec again = spec.clusteredBy(reseeded(spec.clustering(), own));
            int[] found = how == How.SEEDS
                    ? pipeline.run(table, again, parentLabels, part).labels().toArray()
                    : bootstrapped(table, again, parentLabels, kept, new SplittableRandom(own), part);
            Contingency with = Contingency.of(found, labels);
            repetitions.add(new Repetition(how.id(), own, with.adjustedRand()));
            List<Integer> matches = Alignment.of(with).matches();
            for (int s = 0; s < labels.length; s++) {
                stayed[s] += found[s] >= 0 && labels[s] >= 0 && matches.get(found[s]) == labels[s] ? 1 : 0;
            }
        }
        for (int s = 0; s < labels.length; s++) {
            stayed[s] = labels[s] < 0 ? Double.NaN : stayed[s] / count;
        }
        Result result = new Result(how, repetitions, SliceScores.of(stayed));
        store.repetitions().save(id, how.id(), repetitions, result.consistency);
        return result;
    }

    private static void check(RunRecord run, RunSpec spec, How how) {
        if (spec.model() != null) {
            throw new ProblemException("Run " + run.id() + " applied run " + spec.model() + "; repeat that one.");
        }
        if (spec.clustering() instanceof ClusteringSpec.Consensus) {
            throw new ProblemException("Run " + run.id() + " is a consensus of runs; repeat those.");
        }
        if (how == How.SEEDS && run.parameters().get("seed") == null) {
            throw new ProblemException(
                    "Run " + run.id() + " (" + spec.clustering().title()
                            + ") has no random choice, so other seeds change nothing; repeat it by bootstrap.");
        }
    }

    private static ClusteringSpec reseeded(ClusteringSpec spec, long seed) {
        if (spec instanceof ClusteringSpec.KMeans kmeans) {
            return new ClusteringSpec.KMeans(kmeans.clusters(), kmeans.restarts(), seed);
        } else if (spec instanceof ClusteringSpec.GaussianMixture mixture) {
            return new ClusteringSpec.GaussianMixture(mixture.clusters(), mixture.restarts(), seed);
        } else if (spec instanceof ClusteringSpec.Spectral spectral) {
            return new ClusteringSpec.Spectral(spectral.clusters(), spectral.neighbours(), spectral.restarts(), seed);
        }
        return spec;
    }

    private int[] bootstrapped(
            FeatureTable table,
            RunSpec spec,
            int @Nullable [] parentLabels,
            int[] kept,
            SplittableRandom random,
            Monitor monitor) {
        int[] drawn = Arrays.stream(new int[kept.length])
                .map(any -> kept[random.nextInt(kept.length)])
                .sorted()
                .toArray();
        FeatureTable some = table.rows(drawn);
        int[] theirs = parentLabels == null
                ? null
                : Arrays.stream(drawn).map(row -> parentLabels[row]).toArray();
        int[] found =
                pipeline.run(some, spec, theirs, monitor.part(0, 0.9)).labels().toArray();
        return FittedModel.of(some, spec, theirs, found, workers, monitor.quiet())
                .label(table, spec, parentLabels, workers, monitor.quiet());
    }
}
