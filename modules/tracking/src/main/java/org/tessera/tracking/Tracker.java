// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
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
import org.tessera.store.NewSweep;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.SweepPlan;

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
    private final RunMaker maker;
    private final ConsensusMaker consensus;

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
        this.maker = new RunMaker(store, clock, pipeline);
        this.consensus = new ConsensusMaker(store, clock, pipeline, models, maker);
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
        RunMaker.Job job = new RunMaker.Job(features, placement, again, null);
        return maker.together(job, List.of(new RunMaker.Slot(0, spec)), run -> {}, monitor.part(0.5, 1))
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
        long sweep = store.sweeps()
                .begin(new NewSweep(
                        UUID.randomUUID(),
                        placement,
                        features.imageSet(),
                        again,
                        specs.stream().map(SpecParameters::of).toList(),
                        now()));
        List<RunMaker.Slot> slots = new ArrayList<>();
        specs.forEach(one -> slots.add(new RunMaker.Slot(slots.size(), one)));
        return new SweepOutcome(
                sweep,
                maker.make(new RunMaker.Job(features, placement, again, sweep), slots, each, monitor.part(0.3, 1)));
    }

    /**
     * Makes the runs that a sweep lacks which has ended before it was done: paused, cancelled, failed, or its process gone.
     *
     * @param each told of every run that was lacking once it is recorded or found, on the calling thread
     * @return the runs that were there, then those that were lacking
     * @throws ProblemException if it is done or another process works on it, or its images are gone or have changed; nothing
     *     is changed then
     * @throws CancellationException if the monitor says so; the runs told of are recorded
     */
    public SweepOutcome resume(long sweep, Consumer<RunOutcome> each, Monitor monitor) {
        store.sweeps().interruptStale(now());
        SweepPlan plan = store.sweeps().plan(sweep);
        boolean resumable = plan.sweep().status() != Status.DONE && plan.sweep().status() != Status.RUNNING;
        if (resumable && plan.slots().isEmpty()) {
            throw new ProblemException("Sweep " + sweep
                    + " was begun by a Tessera that kept no plans; sweep again: what is known is not made twice.");
        }
        List<RunMaker.Slot> missing = plan.missing().stream()
                .map(slot -> new RunMaker.Slot(slot.ordinal(), SpecParameters.toSpec(slot.parameters())))
                .toList();
        List<RunOutcome> outcomes = new ArrayList<>();
        plan.slots().stream()
                .filter(slot -> slot.run() != null)
                .flatMap(slot -> store.run(Objects.requireNonNull(slot.run())).stream())
                .filter(run -> run.deleted() == null)
                .forEach(run -> outcomes.add(new RunOutcome(run, null)));
        if (!resumable || missing.isEmpty()) {
            store.sweeps().resume(sweep, now());
            store.sweeps().end(sweep, Status.DONE, now());
            return new SweepOutcome(sweep, outcomes);
        }
        ImageSetRecord set = store.imageSet(plan.sweep().imageSet());
        Features features = Features.of(
                Models.source(set),
                missing.stream().map(RunMaker.Slot::spec).toList(),
                extractor,
                monitor.part(0, 0.3));
        if (!features.imageSet().contentKey().equals(set.contentKey())) {
            throw new ProblemException("The images of sweep " + sweep
                    + " have changed since it began; put the originals back, or begin a new sweep.");
        }
        store.sweeps().resume(sweep, now());
        outcomes.addAll(maker.make(
                new RunMaker.Job(features, plan.placement(), plan.again(), sweep),
                missing,
                each,
                monitor.part(0.3, 1)));
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
        NewRun run = maker.newRun(features, spec, placement, null, started, result, identity);
        return maker.outcome(
                store.record(List.of(run), again).get(0),
                known.map(RunRecord::id).orElse(null));
    }

    /**
     * Records the consensus of runs of the same slices as a run of its own, with the entropy of every slice. It is scored in the
     * spaces of the first of them.
     *
     * @param members two or more
     * @param clusters how many; 0 for as many as live longest
     * @param again record although an identical run is known
     * @throws ProblemException if the runs are not of the same slices, or disagree in too many ways; nothing is recorded then
     */
    public RunOutcome consensus(List<Long> members, int clusters, Placement placement, boolean again, Monitor monitor) {
        return consensus.make(members, clusters, placement, again, monitor);
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
        RunResult again = spec.clustering() instanceof ClusteringSpec.Consensus of
                ? consensus.result(of, spec, features, rest)
                : model == null
                        ? pipeline.run(
                                features.table(spec), spec, parent == null ? null : store.labels(parent.run()), rest)
                        : pipeline.apply(
                                features.table(spec),
                                spec,
                                models.parentLabels(spec, features, rest.quiet()),
                                models.fitted(models.root(model), rest.quiet()),
                                rest);
        return Reproduction.of(run, store.labels(id), again, set, features.imageSet(), Provenances.ofThisProcess());
    }

    private Instant now() {
        return clock.instant();
    }
}
