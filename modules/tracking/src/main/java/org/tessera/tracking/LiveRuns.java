// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageSet;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunResult;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.run.Transformation;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.store.ClusterStyles;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;

/**
 * Makes runs to be looked at while parameters are moved; nothing is recorded. The statistics of the latest slicings stay in
 * memory, so that only what changed is computed. Any thread but the event thread.
 */
public final class LiveRuns {
    private static final int REMEMBERED = 32;

    private final Store store;
    private final Clock clock;
    private final CachedExtractor extractor;
    private final Pipeline pipeline;

    private final Map<Wanted, Features> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Features> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Wanted(ImageSet images, @Nullable Slicing slicing, List<String> statistics) {}

    /**
     * @param store where identical runs may be
     * @param workers the threads that work
     * @param clock for the times shown
     * @param statistics those that specs may name
     * @param cache of statistics known before
     */
    public LiveRuns(Store store, Workers workers, Clock clock, StatisticSet statistics, FeatureCache cache) {
        this.store = store;
        this.clock = clock;
        this.extractor = new CachedExtractor(workers, statistics, cache);
        this.pipeline = new Pipeline(workers);
    }

    /** Forgets the statistics of images, which may have changed. */
    public void forget() {
        synchronized (remembered) {
            remembered.clear();
        }
    }

    /**
     * Makes a run of some images of a recorded set.
     *
     * @param number of the set
     * @param set all its images
     * @param used those that are cut into slices
     * @param spec one that applies no other run's model
     * @param placement where it would be recorded
     * @throws ProblemException if images or spec are wrong
     * @throws CancellationException if the monitor says so
     */
    public LiveResult make(
            long number, ImageSetRecord set, ImageSet used, RunSpec spec, Placement placement, Monitor monitor) {
        Instant started = clock.instant();
        Features features = features(used, spec, monitor.part(0, 0.5));
        FeatureTable table = features.table(spec);
        Optional<ParentLabels> parent = ParentLabels.of(store, features.imageSet(), spec);
        int[] parentLabels = parent.map(ParentLabels::labels).orElse(null);
        RunResult result = pipeline.run(table, spec, parentLabels, monitor.part(0.5, 1));
        monitor.check();
        Optional<RunRecord> identical = store.identicalTo(RunKeys.identity(
                features.pixels(), spec, parent.map(ParentLabels::key).orElse(""), ""));
        RunRecord run = record(number, set, features, spec, placement, result, started);
        FeatureTable statistics = table.select(spec.statistics());
        int[] kept = Pipeline.kept(table, spec, parentLabels);
        Matrix raw = statistics.rows(kept).defined();
        RunDetails.Measured measured = Measures.of(
                statistics,
                spec,
                kept,
                raw,
                Transformation.fit(raw, spec),
                Map.of(NewRun.SILHOUETTE, result.silhouettes()));
        MosaicLayout layout = set.layout();
        int[] places = places(set, used);
        Slicing slicing = Objects.requireNonNull(spec.slicing());
        MosaicLayout shown = new MosaicLayout(
                layout.width(),
                layout.height(),
                Arrays.stream(places).mapToObj(layout.places()::get).toList());
        List<SliceRef> refs = ImageSlices.refs(ImageSlices.of(slicing, shown)).stream()
                .map(ref -> new SliceRef(places[ref.image()], ref.row(), ref.column()))
                .toList();
        List<Integer> labels = new ArrayList<>(refs.size());
        for (int label : result.labels().toArray()) {
            labels.add(label);
        }
        return new LiveResult(
                new RunDetails(run, layout, SliceRect.of(shown, slicing), refs, labels, Optional.of(measured), ""),
                identical,
                List.of());
    }

    private Features features(ImageSet used, RunSpec spec, Monitor monitor) {
        List<String> statistics = new ArrayList<>(spec.statistics());
        statistics.addAll(spec.filterStatistics());
        Wanted wanted = new Wanted(used, spec.slicing(), statistics);
        synchronized (remembered) {
            Features known = remembered.get(wanted);
            if (known != null) {
                return known;
            }
        }
        Features made = Features.of(new Source.Images(used), List.of(spec), extractor, monitor);
        synchronized (remembered) {
            remembered.put(wanted, made);
        }
        return made;
    }

    /** Where each image that is used stands among all. */
    private static int[] places(ImageSetRecord set, ImageSet used) {
        List<ImageFile> all =
                set.images().stream().map(image -> image.info().file()).toList();
        return used.images().stream().mapToInt(all::indexOf).toArray();
    }

    private RunRecord record(
            long number,
            ImageSetRecord set,
            Features features,
            RunSpec spec,
            Placement placement,
            RunResult result,
            Instant started) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (ScoreName name : ScoreName.withSampled()) {
            result.scores().get(name).ifPresent(value -> scores.put(name.id(), value));
        }
        List<String> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(features.warnings());
        Map<String, Double> timings = new LinkedHashMap<>();
        timings.put("cluster", result.clusterMillis());
        timings.put("score", result.scoreMillis());
        return new RunRecord(
                RunRecord.UNRECORDED,
                new UUID(0, 0),
                placement.project(),
                placement.experiment(),
                number,
                set.name(),
                features.imageSet().images().size(),
                null,
                null,
                null,
                List.of(),
                Status.DONE,
                started,
                clock.instant(),
                result.labels().size(),
                result.labels().degenerate(),
                SpecParameters.of(spec),
                scores,
                result.labels().sizes(),
                result.explainedVarianceRatio(),
                warnings,
                timings,
                new NewRun.Keys(
                        "",
                        RunKeys.features(features.pixels(), spec),
                        RunKeys.labels(features.pixels(), spec, result.labels())),
                null,
                false,
                null,
                ClusterStyles.NONE,
                Provenances.ofThisProcess());
    }
}
