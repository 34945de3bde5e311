// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    private RunDetails.Measured measured(FeatureTable features, RunSpec spec, int[] labels, Monitor monitor) {
        Matrix raw = features.defined();
        Matrix standardized = Standardizer.standardize(raw);
        Matrix clustered = spec.standardize() ? standardized : raw;
        int shown = Math.min(2, Math.min(clustered.rows(), clustered.columns()));
        PrincipalComponents pca = PrincipalComponents.of(clustered, shown);
        return new RunDetails.Measured(
                features, pca.scores(), pca.explainedVarianceRatio(), silhouettes(standardized, labels, monitor));
    }

    private List<Double> silhouettes(Matrix x, int[] labels, Monitor monitor) {
        Labels canonical = Labels.canonical(labels);
        boolean all = Arrays.stream(labels).allMatch(label -> label >= 0);
        if (!all || canonical.clusters() < 2) {
            return List.of();
        }
        return Arrays.stream(new Silhouette(workers).ofEach(x, canonical, monitor))
                .boxed()
                .toList();
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
