// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
import org.tessera.engine.transform.PrincipalComponents;
import org.tessera.store.ImageSetRecord;
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
            measured = measured(table, spec, labels, monitor.part(0.8, 1));
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

    private RunDetails.Measured measured(FeatureTable table, RunSpec spec, int[] labels, Monitor monitor) {
        int[] kept = kept(table, spec, labels);
        FeatureTable features = table.select(spec.statistics());
        Matrix raw = features.rows(kept).defined();
        Transformation transformation = transformation(raw, spec, monitor);
        Map<Space, Matrix> spaces = transformation.spaces(raw);
        Matrix standardized = Objects.requireNonNull(spaces.get(Space.STANDARDIZED));
        SliceSpace space = new SliceSpace(labels.length, kept, standardized);
        Matrix shown = Objects.requireNonNull(spaces.get(Space.CLUSTERED));
        List<Double> explained = transformation.explainedVarianceRatio();
        if (!spec.pca()) {
            PrincipalComponents pca =
                    PrincipalComponents.of(shown, Math.min(2, Math.min(shown.rows(), shown.columns())));
            shown = pca.scores();
            explained = pca.explainedVarianceRatio();
        }
        int axes = Math.min(2, shown.columns());
        int[] labelled = IntStream.range(0, kept.length)
                .filter(i -> labels[kept[i]] >= 0)
                .toArray();
        double[] each = silhouettes(
                standardized.selectRows(labelled),
                Arrays.stream(labelled).map(i -> labels[kept[i]]).toArray(),
                monitor);
        List<Double> silhouettes = new ArrayList<>(Collections.nCopies(labels.length, Double.NaN));
        for (int i = 0; i < each.length; i++) {
            silhouettes.set(kept[labelled[i]], each[i]);
        }
        return new RunDetails.Measured(
                features,
                space.spread(shown.leadingColumns(axes)),
                explained.subList(0, axes),
                each.length == 0 ? List.of() : silhouettes,
                space);
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

    private double[] silhouettes(Matrix x, int[] labels, Monitor monitor) {
        Labels canonical = Labels.canonical(labels);
        return canonical.clusters() < 2 ? new double[0] : new Silhouette(workers).ofEach(x, canonical, monitor);
    }
}
