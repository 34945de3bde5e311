// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.List;
import java.util.Optional;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** The labels of the run whose clusters are clustered again. */
final class ParentLabels {
    private final int[] labels;
    private final String key;

    private ParentLabels(int[] labels, String key) {
        this.labels = labels;
        this.key = key;
    }

    /** The label of each slice. */
    int[] labels() {
        return labels.clone();
    }

    /** The key of the partition, see {@link RunRecord#labelKey()}. */
    String key() {
        return key;
    }

    /**
     * The labels of the parent of a spec; empty without one.
     *
     * @throws ProblemException if its slices are not those of the spec
     */
    static Optional<ParentLabels> of(Store store, ImageSetRecord images, RunSpec spec) {
        Parent parent = spec.parent();
        if (parent == null) {
            return Optional.empty();
        }
        RunRecord run = store.requireRun(parent.run());
        String its = geometry(SpecParameters.toSpec(run.parameters()));
        if (!its.equals(geometry(spec))) {
            throw new ProblemException("Run " + run.id() + " has the grid " + its + ", not " + geometry(spec)
                    + "; its clusters can be clustered again on its own grid only.");
        }
        if (!pixels(store.imageSet(run.imageSet())).equals(pixels(images))) {
            throw new ProblemException(
                    "Run " + run.id() + " was made from other images than " + images.name() + "; give its own images.");
        }
        int most = run.clusterSizes().size() - 1;
        if (parent.clusters().stream().anyMatch(cluster -> cluster > most)) {
            throw new ProblemException("Run " + run.id() + " has the clusters 0 to " + most + ", and not all of "
                    + parent.clustersText() + ".");
        }
        return Optional.of(new ParentLabels(store.labels(run.id()), run.labelKey()));
    }

    private static String geometry(RunSpec spec) {
        Slicing slicing = spec.slicing();
        return slicing == null ? "" : slicing.geometry();
    }

    private static List<String> pixels(ImageSetRecord set) {
        return set.images().stream()
                .map(image -> image.info().pixelSha256().isEmpty()
                        ? image.info().fileSha256()
                        : image.info().pixelSha256())
                .toList();
    }
}
