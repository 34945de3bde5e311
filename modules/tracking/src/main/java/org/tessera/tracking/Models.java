// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.run.FittedModel;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** What recorded runs have fitted, fitted again from their images (or what the cache knows of them) and their labels. */
final class Models {
    private final Store store;
    private final CachedExtractor extractor;
    private final Workers workers;

    Models(Store store, CachedExtractor extractor, Workers workers) {
        this.store = store;
        this.extractor = extractor;
        this.workers = workers;
    }

    /** The run that fitted: the run itself, or the one that it applied. */
    RunRecord root(long run) {
        RunRecord record = store.requireRun(run);
        Long model = record.spec().model();
        return model == null ? record : root(model);
    }

    /** The spec of a run, and those of the runs whose clusters it took, as far as they go. */
    List<RunSpec> chain(RunSpec spec) {
        List<RunSpec> specs = new ArrayList<>(List.of(spec));
        for (Parent parent = spec.parent(); parent != null; ) {
            RunSpec of = root(parent.run()).spec();
            specs.add(of);
            parent = of.parent();
        }
        return specs;
    }

    /**
     * What a run fitted.
     *
     * @param run one that fitted, see {@link #root}
     * @throws ProblemException if its images are gone or have changed
     */
    FittedModel fitted(RunRecord run, Monitor monitor) {
        RunSpec spec = run.spec();
        Features features;
        try {
            features = features(run, monitor);
        } catch (ProblemException e) {
            throw new ProblemException(
                    "What run " + run.id() + " has fitted is fitted again from what it was made from, which failed: "
                            + e.getMessage(),
                    e);
        }
        Parent parent = spec.parent();
        return FittedModel.of(
                features.table(spec),
                spec,
                parent == null ? null : store.labels(parent.run()),
                store.labels(run.id()),
                workers,
                monitor);
    }

    /**
     * The statistics of a run's own slices.
     *
     * @throws ProblemException if its images, or its table, are gone or have changed
     */
    Features features(RunRecord run, Monitor monitor) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        Features features = Features.of(source(set), List.of(run.spec()), extractor, monitor);
        checkUnchanged(set, features.imageSet());
        return features;
    }

    static Source source(ImageSetRecord set) {
        if (set.kind() == ImageSetRecord.Kind.TABLE) {
            Path file = set.images().get(0).info().file().path();
            return new Source.Table(file);
        }
        return new Source.Images(set.toImageSet());
    }

    private static void checkUnchanged(ImageSetRecord recorded, ImageSetRecord now) {
        for (int i = 0; i < recorded.images().size(); i++) {
            ImageInfo before = recorded.images().get(i).info();
            ImageInfo after = now.images().get(i).info();
            boolean same = before.pixelSha256().isEmpty()
                    ? before.fileSha256().equals(after.fileSha256())
                    : before.pixelSha256().equals(after.pixelSha256());
            if (!same) {
                throw new ProblemException(StoredImages.changed(before));
            }
        }
    }

    /**
     * The clusters of new slices by the parent of a spec; null without one.
     *
     * @param features of the new slices, with the tables of the whole {@link #chain}
     */
    int @Nullable [] parentLabels(RunSpec spec, Features features, Monitor monitor) {
        Parent parent = spec.parent();
        if (parent == null) {
            return null;
        }
        RunRecord run = root(parent.run());
        RunSpec own = run.spec();
        return fitted(run, monitor)
                .label(features.table(own), own, parentLabels(own, features, monitor), workers, monitor);
    }
}
