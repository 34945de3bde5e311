// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.Silhouette;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.statistic.FeatureExtractor;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.PrincipalComponents;
import org.tessera.engine.transform.Standardizer;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** Loads {@link RunDetails}. Any thread but the event thread. */
public final class DetailsLoader {
    private final Store store;
    private final Workers workers;
    private final CachedExtractor extractor;
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
        this.extractor = new CachedExtractor(workers, statistics, cache);
    }

    /** @throws ProblemException if the run was made from a feature table, so has no image */
    public RunDetails load(RunRecord run, Monitor monitor) {
        RunSpec spec = SpecParameters.toSpec(run.parameters());
        Grid grid = spec.grid();
        if (grid == null) {
            throw new ProblemException(
                    "Run " + run.id() + " was made from a feature table, so there is no image to show.");
        }
        ImageSetRecord set = store.imageSet(run.imageSet());
        MosaicLayout layout = set.layout();
        int[] labels = store.labels(run.id());
        RunDetails.@Nullable Measured measured = null;
        String problem = "";
        try {
            measured = measured(table(set, grid, spec, monitor.part(0, 0.8)), spec, labels, monitor);
        } catch (ProblemException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new RunDetails(
                run,
                layout,
                SliceRect.of(layout, grid),
                Arrays.stream(labels).boxed().toList(),
                Optional.ofNullable(measured),
                problem);
    }

    /** Slices in no cluster were left out before anything was standardised, and have no place among the others. */
    private RunDetails.Measured measured(FeatureTable features, RunSpec spec, int[] labels, Monitor monitor) {
        int[] kept =
                IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
        Matrix raw = features.defined().selectRows(kept);
        Matrix standardized = Standardizer.standardize(raw);
        Matrix clustered = spec.standardize() ? standardized : raw;
        int shown = Math.min(2, Math.min(clustered.rows(), clustered.columns()));
        PrincipalComponents pca = PrincipalComponents.of(clustered, shown);
        Matrix components = new Matrix(labels.length, shown);
        List<Double> silhouettes = new ArrayList<>(Collections.nCopies(labels.length, Double.NaN));
        double[] each = silhouettes(
                standardized, Arrays.stream(kept).map(i -> labels[i]).toArray(), monitor);
        for (int i = 0; i < labels.length; i++) {
            for (int c = 0; c < shown; c++) {
                components.set(i, c, Double.NaN);
            }
        }
        for (int i = 0; i < kept.length; i++) {
            for (int c = 0; c < shown; c++) {
                components.set(kept[i], c, pca.scores().get(i, c));
            }
            silhouettes.set(kept[i], each.length == 0 ? Double.NaN : each[i]);
        }
        return new RunDetails.Measured(
                features, components, pca.explainedVarianceRatio(), each.length == 0 ? List.of() : silhouettes);
    }

    private double[] silhouettes(Matrix x, int[] labels, Monitor monitor) {
        Labels canonical = Labels.canonical(labels);
        return canonical.clusters() < 2 ? new double[0] : new Silhouette(workers).ofEach(x, canonical, monitor);
    }

    private FeatureTable table(ImageSetRecord set, Grid grid, RunSpec spec, Monitor monitor) {
        FeatureExtractor.Extraction extraction =
                extractor.extract(set.toImageSet(), List.of(grid), spec.statistics(), monitor);
        for (int i = 0; i < extraction.images().size(); i++) {
            ImageInfo recorded = set.images().get(i).info();
            if (!extraction.images().get(i).pixelSha256().equals(recorded.pixelSha256())) {
                throw new ProblemException(StoredImages.changed(recorded));
            }
        }
        return extraction.table(grid);
    }
}
