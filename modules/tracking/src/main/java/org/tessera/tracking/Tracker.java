// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunResult;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.sweep.SweepSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;

/**
 * Makes runs: executes a spec, guards against duplicates, records. Any thread but the event thread. Cancelled or failed,
 * nothing half-done is recorded; a sweep keeps the runs it has recorded. Do not interrupt the calling thread: cancel
 * through the monitor.
 */
public final class Tracker {
    private final Store store;
    private final Clock clock;
    private final CachedExtractor extractor;
    private final Pipeline pipeline;
    private final Models models;

    /**
     * @param store where runs are recorded
     * @param workers the threads that work; their number does not change a result
     * @param clock for the times recorded
     */
    public Tracker(Store store, Workers workers, Clock clock) {
        this(store, workers, clock, StatisticSet.BUILT_IN, FeatureCache.ofUser());
    }

    /**
     * A tracker of runs with statistics of plug-ins.
     *
     * @param store where runs are recorded
     * @param workers the threads that work
     * @param clock for the times recorded
     * @param statistics those that specs may name
     * @param cache of statistics known before
     */
    public Tracker(Store store, Workers workers, Clock clock, StatisticSet statistics, FeatureCache cache) {
        this.store = store;
        this.clock = clock;
        this.extractor = new CachedExtractor(workers, statistics, cache);
        this.pipeline = new Pipeline(workers);
        this.models = new Models(store, extractor, workers);
    }

    /** A feature table and the images it was made from, computed and not recorded. */
    public static FeatureExtractor.Extraction features(
            ImageSet set,
            Slicing slicing,
            List<String> ids,
            StatisticSet statistics,
            Workers workers,
            Monitor monitor) {
        return new FeatureExtractor(workers, statistics).extract(set, List.of(slicing), ids, monitor);
    }

    /**
     * The feature table of a source that is a table: which statistics it has.
     *
     * @throws ProblemException if it cannot be read
     */
    public static List<String> statisticsOf(Source.Table source) {
        return FeatureTableCsv.read(source.file()).statistics();
    }

    /**
     * Makes one run.
     *
     * @param again run and record although an identical run is known
     * @throws ProblemException if the source or the spec is wrong; nothing is recorded then
     * @throws CancellationException if the monitor says so; nothing is recorded then
     */
    public RunOutcome run(Source source, RunSpec spec, Placement placement, boolean again, Monitor monitor) {
        Features features = Features.of(source, List.of(spec), extractor, monitor.part(0, 0.5));
        return one(features, spec, placement, null, again, 1, monitor.part(0.5, 1));
    }

    /**
     * Makes every run of a sweep that is not known yet.
     *
     * @param again run and record although identical runs are known
     * @param each told of every run once it is recorded or found, on the calling thread
     * @throws ProblemException if the source or a combination is wrong; nothing is recorded then
     * @throws CancellationException if the monitor says so; the runs told of are recorded
     */
    public SweepOutcome sweep(
            Source source,
            SweepSpec spec,
            Placement placement,
            boolean again,
            Consumer<RunOutcome> each,
            Monitor monitor) {
        List<RunSpec> specs = spec.expand();
        Features features = Features.of(source, specs, extractor, monitor.part(0, 0.3));
        for (RunSpec one : specs) {
            check(features, one);
        }
        long sweep = store.beginSweep(UUID.randomUUID(), placement, features.imageSet(), specs.size(), now());
        Status end = Status.FAILED;
        List<RunOutcome> outcomes = new ArrayList<>();
        try {
            for (RunSpec one : specs) {
                double done = outcomes.size() / (double) specs.size();
                monitor.progress(0.3 + 0.7 * done, "run " + (outcomes.size() + 1) + " of " + specs.size());
                RunOutcome outcome = one(features, one, placement, sweep, again, specs.size(), monitor.quiet());
                outcomes.add(outcome);
                each.accept(outcome);
            }
            end = Status.DONE;
        } catch (CancellationException e) {
            end = Status.CANCELLED;
            throw e;
        } finally {
            store.endSweep(sweep, end, now());
        }
        monitor.progress(1, specs.size() + " runs");
        return new SweepOutcome(sweep, outcomes);
    }

    private void check(Features features, RunSpec spec) {
        FeatureTable table = features.table(spec);
        table.select(spec.statistics());
        int slices = Pipeline.kept(table, spec, parentLabels(features, spec)).length;
        String have = slices < table.slices().size()
                ? "but only " + slices + " slices of grid " + spec.slicing() + " are kept"
                : "but grid " + spec.slicing() + " gives only " + slices + " slices";
        if (spec.clustering().clusters() > slices) {
            throw new ProblemException("The number of clusters is "
                    + spec.clustering().clusters() + ", " + have + "; ask for fewer clusters or a finer grid.");
        }
        if (spec.pcaComponents().orElse(1) > slices) {
            throw new ProblemException("The number of PCA components is "
                    + spec.pcaComponents().orElse(1) + ", " + have + "; ask for fewer components or a finer grid.");
        }
    }

    private int @Nullable [] parentLabels(Features features, RunSpec spec) {
        return ParentLabels.of(store, features.imageSet(), spec)
                .map(ParentLabels::labels)
                .orElse(null);
    }

    private RunOutcome one(
            Features features,
            RunSpec spec,
            Placement placement,
            @Nullable Long sweep,
            boolean again,
            int sharers,
            Monitor monitor) {
        monitor.check();
        Instant started = now();
        Optional<ParentLabels> parent = ParentLabels.of(store, features.imageSet(), spec);
        String identity = RunKeys.identity(
                features.pixels(), spec, parent.map(ParentLabels::key).orElse(""), "");
        Optional<RunRecord> known = store.identicalTo(identity);
        if (known.isPresent() && !again) {
            return new RunOutcome(known.get(), known.get().id());
        }
        RunResult result = pipeline.run(
                features.table(spec), spec, parent.map(ParentLabels::labels).orElse(null), monitor);
        monitor.check();
        long id = record(features, spec, placement, sweep, started, result, identity, sharers);
        return new RunOutcome(store.requireRun(id), known.map(RunRecord::id).orElse(null));
    }

    /**
     * Applies the scaling, PCA and clusters that a run has fitted to other slices, as a run of its own. Clusters keep the
     * numbers they have in that run.
     *
     * @param source images, or a feature table if the run was made from one
     * @param model the run; one that applied another stands for that
     * @param again run and record although an identical run is known
     * @throws ProblemException if the images of the model are gone or have changed, or the source does not fit; nothing is
     *     recorded then
     * @throws CancellationException if the monitor says so; nothing is recorded then
     */
    public RunOutcome apply(Source source, long model, Placement placement, boolean again, Monitor monitor) {
        RunRecord fitted = models.root(model);
        boolean table = source instanceof Source.Table;
        if (table != (fitted.spec().slicing() == null)) {
            throw new ProblemException("Run " + fitted.id() + " was made from "
                    + (table
                            ? "images; apply it to images (--images)."
                            : "a feature table; apply it to one (--features)."));
        }
        RunSpec spec = fitted.spec().applying(fitted.id());
        Instant started = now();
        Features features = Features.of(source, models.chain(fitted.spec()), extractor, monitor.part(0, 0.5));
        String identity = RunKeys.identity(features.pixels(), spec, "", fitted.identityKey());
        Optional<RunRecord> known = store.identicalTo(identity);
        if (known.isPresent() && !again) {
            return new RunOutcome(known.get(), known.get().id());
        }
        Monitor rest = monitor.part(0.5, 1);
        RunResult result = pipeline.apply(
                features.table(spec),
                spec,
                models.parentLabels(spec, features, rest.quiet()),
                models.fitted(fitted, rest.quiet()),
                rest);
        monitor.check();
        long id = record(features, spec, placement, null, started, result, identity, 1);
        return new RunOutcome(store.requireRun(id), known.map(RunRecord::id).orElse(null));
    }

    private long record(
            Features features,
            RunSpec spec,
            Placement placement,
            @Nullable Long sweep,
            Instant started,
            RunResult result,
            String identity,
            int sharers) {
        Map<String, Double> timings = new LinkedHashMap<>();
        timings.put("read", features.readMillis() / sharers);
        timings.put("statistics", features.statisticsMillis() / sharers);
        timings.put("cluster", result.clusterMillis());
        timings.put("score", result.scoreMillis());
        Map<String, @Nullable Object> parameters = SpecParameters.of(spec);
        List<String> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(features.warnings());
        return store.record(new NewRun(
                UUID.randomUUID(),
                placement,
                features.imageSet(),
                sweep,
                started,
                now(),
                parameters,
                (Long) parameters.get("seed"),
                result.labels(),
                features.slices(spec),
                result.scores(),
                result.explainedVarianceRatio(),
                warnings,
                timings,
                new NewRun.Keys(
                        identity,
                        RunKeys.features(features.pixels(), spec),
                        RunKeys.labels(features.pixels(), spec, result.labels())),
                Provenances.ofThisProcess()));
    }

    private Instant now() {
        return clock.instant();
    }
}
