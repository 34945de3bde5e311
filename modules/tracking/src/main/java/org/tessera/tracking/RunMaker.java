// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunResult;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.task.Monitor;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.Recorded;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.store.SweepSlot;

/** Makes the runs that are asked for and not known, several together where they share their work, and records them. */
final class RunMaker {
    /** Runs of a sweep that are made and recorded together; a cancel or a kill loses no more than these. */
    private static final int MOST_TOGETHER = 12;

    private final Store store;
    private final Clock clock;
    private final Pipeline pipeline;

    RunMaker(Store store, Clock clock, Pipeline pipeline) {
        this.store = store;
        this.clock = clock;
        this.pipeline = pipeline;
    }

    /** What the runs made together share. */
    record Job(
            Features features,
            Placement placement,
            boolean again,
            @Nullable Long sweep) {
        @Nullable
        SweepSlot slot(int ordinal) {
            return sweep == null ? null : new SweepSlot(sweep, ordinal);
        }
    }

    /** A run that is asked for, and its place in the plan of a sweep. */
    record Slot(int ordinal, RunSpec spec) {}

    /** Makes the runs of a sweep that has begun, and ends it. */
    List<RunOutcome> make(Job job, List<Slot> slots, Consumer<RunOutcome> each, Monitor monitor) {
        long sweep = Objects.requireNonNull(job.sweep);
        Status end = Status.FAILED;
        List<RunOutcome> outcomes = new ArrayList<>();
        int all = slots.size();
        Heartbeat heartbeat = new Heartbeat(store, sweep, clock);
        try {
            for (List<Slot> alike : alike(slots)) {
                int begun = outcomes.size();
                int through = begun + alike.size();
                String what = "run " + (begun + 1) + (alike.size() == 1 ? "" : " to " + through) + " of " + all;
                Monitor part = monitor.part(begun / (double) all, through / (double) all);
                outcomes.addAll(together(job, alike, each, part.named(what)));
            }
            end = Status.DONE;
        } catch (CancellationException e) {
            end = monitor.paused() ? Status.PAUSED : Status.CANCELLED;
            throw new SweepStopped(sweep, e);
        } finally {
            heartbeat.stop();
            store.sweeps().end(sweep, end, now());
        }
        monitor.progress(1, all + " runs");
        return outcomes;
    }

    /** Runs that differ in their clustering only, some at a time: what they share is computed once. */
    private static List<List<Slot>> alike(List<Slot> slots) {
        List<List<Slot>> groups = new ArrayList<>();
        for (Slot slot : slots) {
            List<Slot> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || last.size() == MOST_TOGETHER || Pipeline.apart(last.get(0).spec, slot.spec)) {
                groups.add(new ArrayList<>(List.of(slot)));
            } else {
                last.add(slot);
            }
        }
        return groups;
    }

    /** A run that is to be made, or is known. */
    private record Planned(Slot slot, String identity, Optional<RunRecord> known) {}

    /** Makes and records the runs that are not known; tells of each, and gives them in the order of the slots. */
    List<RunOutcome> together(Job job, List<Slot> alike, Consumer<RunOutcome> each, Monitor monitor) {
        monitor.check();
        Instant started = now();
        Features features = job.features;
        RunSpec first = alike.get(0).spec;
        Optional<ParentLabels> parent = ParentLabels.of(store, features.imageSet(), first);
        String parentKey = parent.map(ParentLabels::key).orElse("");
        List<Planned> planned = new ArrayList<>();
        for (Slot slot : alike) {
            String identity = RunKeys.identity(features.pixels(), slot.spec, parentKey, "");
            planned.add(new Planned(slot, identity, store.identicalTo(identity)));
        }
        List<Planned> made = planned.stream()
                .filter(plan -> job.again || plan.known.isEmpty())
                .toList();
        List<RunResult> results = made.isEmpty()
                ? List.of()
                : pipeline.runAll(
                        features.table(first),
                        made.stream().map(plan -> plan.slot.spec).toList(),
                        parent.map(ParentLabels::labels).orElse(null),
                        monitor);
        monitor.check();
        Map<SweepSlot, Long> found = new LinkedHashMap<>();
        List<NewRun> runs = new ArrayList<>();
        for (Planned plan : planned) {
            int at = made.indexOf(plan);
            SweepSlot slot = job.slot(plan.slot.ordinal);
            if (at >= 0) {
                runs.add(
                        newRun(features, plan.slot.spec, job.placement, slot, started, results.get(at), plan.identity));
            } else if (slot != null) {
                found.put(slot, plan.known.orElseThrow().id());
            }
        }
        store.sweeps().fill(found);
        List<Recorded> recorded = runs.isEmpty() ? List.of() : store.record(runs, job.again);
        List<RunOutcome> outcomes = new ArrayList<>();
        for (Planned plan : planned) {
            int at = made.indexOf(plan);
            Long known = plan.known.map(RunRecord::id).orElse(null);
            RunOutcome outcome =
                    at < 0 ? new RunOutcome(plan.known.orElseThrow(), known) : outcome(recorded.get(at), known);
            outcomes.add(outcome);
            each.accept(outcome);
        }
        return outcomes;
    }

    RunOutcome outcome(Recorded recorded, @Nullable Long known) {
        return new RunOutcome(store.requireRun(recorded.run()), recorded.known() ? (Long) recorded.run() : known);
    }

    NewRun newRun(
            Features features,
            RunSpec spec,
            Placement placement,
            @Nullable SweepSlot slot,
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
        return new NewRun(
                UUID.randomUUID(),
                placement,
                features.imageSet(),
                slot,
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
                result.summary(),
                result.silhouettes().size() == 0 ? Map.of() : Map.of(NewRun.SILHOUETTE, result.silhouettes()),
                new NewRun.Keys(
                        identity,
                        RunKeys.features(features.pixels(), spec),
                        RunKeys.labels(features.pixels(), spec, result.labels())),
                Provenances.ofThisProcess());
    }

    private Instant now() {
        return clock.instant();
    }
}
