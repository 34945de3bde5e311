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
import org.tessera.engine.run.Parent;
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
import org.tessera.store.ImageSetRecord;
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
    /** Runs of a sweep that are scored together; a cancel loses no more than these. */
    private static final int MOST_TOGETHER = 12;

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
        return together(features, List.of(spec), placement, null, again, run -> {}, monitor.part(0.5, 1))
                .get(0);
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
            for (List<RunSpec> alike : alike(specs)) {
                int begun = outcomes.size();
                int through = begun + alike.size();
                String what =
                        "run " + (begun + 1) + (alike.size() == 1 ? "" : " to " + through) + " of " + specs.size();
                Monitor part = monitor.part(0.3 + 0.7 * begun / specs.size(), 0.3 + 0.7 * through / specs.size());
                outcomes.addAll(together(features, alike, placement, sweep, again, each, part.named(what)));
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

    /** Specs that differ in their clustering only, some at a time: what they share is computed once. */
    private static List<List<RunSpec>> alike(List<RunSpec> specs) {
        List<List<RunSpec>> groups = new ArrayList<>();
        for (RunSpec spec : specs) {
            List<RunSpec> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || last.size() == MOST_TOGETHER || Pipeline.apart(last.get(0), spec)) {
                groups.add(new ArrayList<>(List.of(spec)));
            } else {
                last.add(spec);
            }
        }
        return groups;
    }

    /** A run that is to be made, or is known. */
    private record Planned(RunSpec spec, String identity, Optional<RunRecord> known) {}

    /** Makes and records the runs that are not known; tells of each, and gives them in the order of the specs. */
    private List<RunOutcome> together(
            Features features,
            List<RunSpec> alike,
            Placement placement,
            @Nullable Long sweep,
            boolean again,
            Consumer<RunOutcome> each,
            Monitor monitor) {
        monitor.check();
        Instant started = now();
        Optional<ParentLabels> parent = ParentLabels.of(store, features.imageSet(), alike.get(0));
        String parentKey = parent.map(ParentLabels::key).orElse("");
        List<Planned> planned = new ArrayList<>();
        for (RunSpec spec : alike) {
            String identity = RunKeys.identity(features.pixels(), spec, parentKey, "");
            planned.add(new Planned(spec, identity, store.identicalTo(identity)));
        }
        List<Planned> made =
                planned.stream().filter(plan -> again || plan.known.isEmpty()).toList();
        List<RunResult> results = made.isEmpty()
                ? List.of()
                : pipeline.runAll(
                        features.table(alike.get(0)),
                        made.stream().map(Planned::spec).toList(),
                        parent.map(ParentLabels::labels).orElse(null),
                        monitor);
        List<RunOutcome> outcomes = new ArrayList<>();
        for (Planned plan : planned) {
            monitor.check();
            int at = made.indexOf(plan);
            Long known = plan.known.map(RunRecord::id).orElse(null);
            RunOutcome outcome = at < 0
                    ? new RunOutcome(plan.known.orElseThrow(), known)
                    : new RunOutcome(
                            store.requireRun(record(
                                    features, plan.spec, placement, sweep, started, results.get(at), plan.identity)),
                            known);
            outcomes.add(outcome);
            each.accept(outcome);
        }
        return outcomes;
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
        long id = record(features, spec, placement, null, started, result, identity);
        return new RunOutcome(store.requireRun(id), known.map(RunRecord::id).orElse(null));
    }

    /**
     * Makes a run again from its record alone, and records nothing.
     *
     * @throws ProblemException if there is no such run, or an image is gone
     */
    public Reproduction reproduce(long id, Monitor monitor) {
        RunRecord run = store.requireRun(id);
        RunSpec spec = run.spec();
        ImageSetRecord set = store.imageSet(run.imageSet());
        Features features = Features.of(Models.source(set), models.chain(spec), extractor, monitor.part(0, 0.5));
        Monitor rest = monitor.part(0.5, 1);
        Long model = spec.model();
        Parent parent = spec.parent();
        RunResult again = model == null
                ? pipeline.run(features.table(spec), spec, parent == null ? null : store.labels(parent.run()), rest)
                : pipeline.apply(
                        features.table(spec),
                        spec,
                        models.parentLabels(spec, features, rest.quiet()),
                        models.fitted(models.root(model), rest.quiet()),
                        rest);
        return Reproduction.of(run, store.labels(id), again, set, features.imageSet(), Provenances.ofThisProcess());
    }

    private long record(
            Features features,
            RunSpec spec,
            Placement placement,
            @Nullable Long sweep,
            Instant started,
            RunResult result,
            String identity) {
        Map<String, Double> timings = new LinkedHashMap<>();
        timings.put("read", features.readMillis());
        timings.put("statistics", features.statisticsMillis());
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
