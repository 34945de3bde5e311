// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.Transformation;
import org.tessera.engine.score.Silhouette;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.score.Space;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.NewRun;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** Loads {@link RunDetails}. Any thread but the event thread. */
public final class DetailsLoader {
    private final Store store;
    private final Workers workers;
    private final Models models;

    /**
     * A loader.
     *
     * @param store where the runs are
     * @param workers the threads that work
     * @param statistics those that runs may have
     * @param cache of statistics known before
     */
    public DetailsLoader(Store store, Workers workers, StatisticSet statistics, FeatureCache cache) {
        this.store = store;
        this.workers = workers;
        this.models = new Models(store, new CachedExtractor(workers, statistics, cache), workers);
    }

    /** @throws ProblemException if the run was made from a feature table, so has no image */
    public RunDetails load(RunRecord run, Monitor monitor) {
        RunSpec spec = run.spec();
        Slicing slicing = spec.slicing();
        if (slicing == null) {
            throw new ProblemException(
                    "Run " + run.id() + " was made from a feature table, so there is no image to show.");
        }
        ImageSetRecord set = store.imageSet(run.imageSet());
        MosaicLayout layout = set.layout();
        int[] labels = store.labels(run.id());
        RunDetails.@Nullable Measured measured = null;
        String problem = "";
        try {
            FeatureTable table = models.features(run, monitor.part(0, 0.8)).table(spec);
            measured = measured(run, table, spec, labels, monitor.part(0.8, 1));
        } catch (ProblemException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new RunDetails(
                run,
                layout,
                SliceRect.of(layout, slicing),
                ImageSlices.refs(ImageSlices.of(slicing, layout)),
                Arrays.stream(labels).boxed().toList(),
                Optional.ofNullable(measured),
                problem);
    }

    /**
     * The statistics of a run's slices, computed again or known, and the slices by them. Unlike {@link #load}, of runs made
     * from a feature table too.
     *
     * @throws ProblemException if the images or the table are gone or have changed
     */
    public SliceTable slices(RunRecord run, Monitor monitor) {
        RunSpec spec = run.spec();
        Features features = models.features(run, monitor);
        FeatureTable table = features.table(spec);
        int[] kept = kept(table, spec, store.labels(run.id()));
        FeatureTable selected = table.select(spec.statistics());
        Matrix standardized = Objects.requireNonNull(
                spaces(selected.rows(kept).defined(), spec, monitor).get(Space.STANDARDIZED));
        return new SliceTable(selected, new SliceSpace(table.slices().size(), kept, standardized));
    }

    /**
     * The slices of a run.
     *
     * @param features their statistics
     * @param space where they lie
     */
    public record SliceTable(FeatureTable features, SliceSpace space) {}

    private Map<Space, Matrix> spaces(Matrix raw, RunSpec spec, Monitor monitor) {
        return transformation(raw, spec, monitor).spaces(raw);
    }

    private Transformation transformation(Matrix raw, RunSpec spec, Monitor monitor) {
        Long model = spec.model();
        return model == null
                ? Transformation.fit(raw, spec)
                : models.fitted(models.root(model), monitor).transformation();
    }

    private RunDetails.Measured measured(
            RunRecord run, FeatureTable table, RunSpec spec, int[] labels, Monitor monitor) {
        int[] kept = kept(table, spec, labels);
        FeatureTable features = table.select(spec.statistics());
        Matrix raw = features.rows(kept).defined();
        Transformation transformation = transformation(raw, spec, monitor);
        Map<String, SliceScores> scores = new LinkedHashMap<>(store.sliceScores(run.id()));
        if (!scores.containsKey(NewRun.SILHOUETTE)) {
            scores.put(
                    NewRun.SILHOUETTE,
                    silhouettes(
                            Objects.requireNonNull(transformation.spaces(raw).get(Space.CLUSTERED)),
                            kept,
                            labels,
                            monitor));
        }
        return Measures.of(features, spec, kept, raw, transformation, scores);
    }

    /** For runs recorded before silhouettes were. */
    private SliceScores silhouettes(Matrix clustered, int[] kept, int[] labels, Monitor monitor) {
        int[] labelled = IntStream.range(0, kept.length)
                .filter(i -> labels[kept[i]] >= 0)
                .toArray();
        Labels canonical = Labels.canonical(
                Arrays.stream(labelled).map(i -> labels[kept[i]]).toArray());
        if (canonical.clusters() < 2) {
            return SliceScores.NONE;
        }
        double[] each = new Silhouette(workers).ofEach(clustered.selectRows(labelled), canonical, monitor);
        return SliceScores.of(each)
                .spread(Arrays.stream(labelled).map(i -> kept[i]).toArray(), labels.length);
    }

    /** The slices that were standardised and clustered: others were left out before, noise was not. */
    private int[] kept(FeatureTable table, RunSpec spec, int[] labels) {
        Parent parent = spec.parent();
        if (parent == null) {
            return Pipeline.kept(table, spec, null);
        }
        return spec.model() == null
                ? Pipeline.kept(table, spec, store.labels(parent.run()))
                : IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    }
}
