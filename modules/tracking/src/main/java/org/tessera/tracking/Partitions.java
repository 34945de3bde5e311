// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.compare.Partition;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayer;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;

/**
 * The partitions of recorded runs and of ground truth, to be compared: all of one mosaic. Slices of one geometry are kept once.
 * One thread at a time.
 */
public final class Partitions {
    private final Store store;
    private final Map<String, List<SliceRect>> slices = new HashMap<>();
    private final Map<Long, ImageSetRecord> sets = new HashMap<>();
    private long first = -1;

    /** @param store where the runs are */
    public Partitions(Store store) {
        this.store = store;
    }

    /**
     * The clusters of a run.
     *
     * @throws ProblemException if it was made from a feature table, or from other images than those asked for before
     */
    public Partition of(RunRecord run) {
        Optional<Slicing> slicing = run.slicing();
        if (slicing.isEmpty()) {
            throw new ProblemException(
                    "Run " + run.id()
                            + " was made from a feature table, so its slices have no place on a mosaic; compare runs of images.");
        }
        MosaicLayout layout = layout(run.imageSet(), "run " + run.id());
        return new Partition(slices(layout, slicing.get()), store.labels(run.id()));
    }

    /**
     * The classes of a ground-truth layer; slices that are not known have none.
     *
     * @throws ProblemException if it is of other images than those asked for before
     */
    public Partition of(TruthRecord layer) {
        MosaicLayout layout = layout(layer.imageSet(), "ground-truth layer " + layer.id());
        return new Partition(
                slices(layout, Slicing.of(layer.layer().grid())),
                layer.layer().labels().toArray());
    }

    /**
     * The runs of the images of a set, in whatever project or folder they were recorded, whose slices have a place on the
     * mosaic; oldest first.
     */
    public static List<RunRecord> runsOf(Store store, long imageSet) {
        List<String> pixels = pixels(store.imageSet(imageSet));
        Map<Long, Boolean> same = new HashMap<>();
        return store.runs().stream()
                .filter(run -> run.slicing().isPresent()
                        && same.computeIfAbsent(run.imageSet(), set -> pixels(store.imageSet(set))
                                .equals(pixels)))
                .toList();
    }

    private MosaicLayout layout(long imageSet, String of) {
        ImageSetRecord set = sets.computeIfAbsent(imageSet, store::imageSet);
        if (first < 0) {
            first = imageSet;
        } else if (!pixels(set).equals(pixels(sets.computeIfAbsent(first, store::imageSet)))) {
            throw new ProblemException("The images of " + of + " are not those of image set " + first
                    + ", which was named first; compare what is of the same images.");
        }
        return set.layout();
    }

    private static List<String> pixels(ImageSetRecord set) {
        return set.images().stream()
                .map(image -> image.info().pixelSha256() + " " + image.mosaicCell())
                .toList();
    }

    /** Classes that are not recorded, such as those that are being painted. */
    public Partition of(long imageSet, TruthLayer layer) {
        MosaicLayout layout = layout(imageSet, "the ground truth");
        return new Partition(
                slices(layout, Slicing.of(layer.grid())), layer.labels().toArray());
    }

    private List<SliceRect> slices(MosaicLayout layout, Slicing slicing) {
        return slices.computeIfAbsent(slicing.geometry(), geometry -> List.copyOf(SliceRect.of(layout, slicing)));
    }
}
