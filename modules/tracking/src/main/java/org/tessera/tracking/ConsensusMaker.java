// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.compare.Coassociation;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunResult;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** Makes consensus partitions of recorded runs, and records them as runs. */
final class ConsensusMaker {
    private final Store store;
    private final Clock clock;
    private final Pipeline pipeline;
    private final Models models;
    private final RunMaker maker;

    ConsensusMaker(Store store, Clock clock, Pipeline pipeline, Models models, RunMaker maker) {
        this.store = store;
        this.clock = clock;
        this.pipeline = pipeline;
        this.models = models;
        this.maker = maker;
    }

    RunOutcome make(List<Long> ids, int clusters, Placement placement, boolean again, Monitor monitor) {
        Instant started = clock.instant();
        List<RunRecord> members =
                ids.stream().distinct().sorted().map(store::requireRun).toList();
        checkSameSlices(members);
        Coassociation shares = coassociation(members, monitor);
        Labels labels = shares.consensus(clusters, monitor);
        if (labels.clusters() < 2) {
            throw new ProblemException("The runs agree on no two clusters; choose runs with more.");
        }
        RunRecord first = members.get(0);
        RunSpec spec = first.spec()
                .applying(null)
                .clusteredBy(new ClusteringSpec.Consensus(
                        labels.clusters(), members.stream().map(RunRecord::id).toList()));
        Features features = models.features(first, monitor.part(0.2, 0.6));
        String key = Fingerprint.of(members.stream().map(RunRecord::labelKey).toList());
        String identity = RunKeys.identity(features.pixels(), spec, parentKey(spec), key);
        Optional<RunRecord> known = store.identicalTo(identity);
        if (known.isPresent() && !again) {
            return new RunOutcome(known.get(), known.get().id());
        }
        RunResult result = scored(spec, features, labels, monitor.part(0.6, 1));
        monitor.check();
        NewRun run = maker.newRun(features, spec, placement, null, started, result, identity);
        Map<String, SliceScores> scores = new LinkedHashMap<>(run.sliceScores());
        scores.put(NewRun.ENTROPY, SliceScores.of(shares.entropy()));
        return maker.outcome(
                store.record(List.of(run.withSliceScores(scores)), again).get(0),
                known.map(RunRecord::id).orElse(null));
    }

    /** The same as when it was recorded, made of its members again. */
    RunResult result(ClusteringSpec.Consensus of, RunSpec spec, Features features, Monitor monitor) {
        List<RunRecord> members = of.members().stream().map(store::requireRun).toList();
        return scored(spec, features, coassociation(members, monitor).consensus(of.clusters(), monitor), monitor);
    }

    private RunResult scored(RunSpec spec, Features features, Labels labels, Monitor monitor) {
        return pipeline.scored(features.table(spec), spec, parentLabels(spec), labels.toArray(), monitor);
    }

    private Coassociation coassociation(List<RunRecord> members, Monitor monitor) {
        List<int[]> partitions = new ArrayList<>();
        for (RunRecord run : members) {
            monitor.check();
            partitions.add(store.labels(run.id()));
        }
        return Coassociation.of(partitions, monitor);
    }

    private int @Nullable [] parentLabels(RunSpec spec) {
        Parent parent = spec.parent();
        return parent == null ? null : store.labels(parent.run());
    }

    private String parentKey(RunSpec spec) {
        Parent parent = spec.parent();
        return parent == null ? "" : store.requireRun(parent.run()).labelKey();
    }

    private static void checkSameSlices(List<RunRecord> members) {
        if (members.size() < 2) {
            throw new ProblemException("A consensus is of two runs or more; choose more.");
        }
        RunRecord first = members.get(0);
        for (RunRecord run : members) {
            boolean same = run.imageSet() == first.imageSet()
                    && run.slicing()
                            .map(slicing -> slicing.geometry())
                            .equals(first.slicing().map(slicing -> slicing.geometry()))
                    && run.slices() == first.slices();
            if (!same) {
                throw new ProblemException(
                        "Runs " + first.id() + " and " + run.id()
                                + " are not of the same slices; a consensus is of runs of the same images and grid. Choose those.");
            }
        }
    }
}
