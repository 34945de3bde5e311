// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.slice.SliceRect;

/** The slices of a mosaic and the cluster of each. Immutable; any thread. */
public final class Partition {
    private final List<SliceRect> slices;
    private final int[] labels;
    private final int clusters;

    /**
     * A partition.
     *
     * @param slices where each lies; they do not overlap
     * @param labels the cluster of each, negative for none
     */
    public Partition(List<SliceRect> slices, int[] labels) {
        if (slices.size() != labels.length) {
            throw new IllegalArgumentException(slices.size() + " slices, " + labels.length + " labels");
        }
        this.slices = List.copyOf(slices);
        this.labels = labels.clone();
        this.clusters = Math.max(0, Arrays.stream(labels).max().orElse(-1) + 1);
    }

    /** How many clusters there are. */
    public int clusters() {
        return clusters;
    }

    /** The cluster of each slice. */
    public int[] labels() {
        return labels.clone();
    }

    /** Whether another partition is of the same slices, so that they are counted; else pixels are. */
    public boolean sameSlices(Partition other) {
        return slices.equals(other.slices);
    }

    /**
     * How it meets another partition of the same mosaic: in slices where both are of the same, else in the pixels of the cells
     * that the slices of both have in common.
     */
    public Contingency with(Partition other) {
        if (sameSlices(other)) {
            return Contingency.of(labels, other.labels);
        }
        return with(other, new Overlay(slices, other.slices));
    }

    /** @param overlay of the slices of this and of the other */
    Contingency with(Partition other, Overlay overlay) {
        return overlay.contingency(labels, clusters, other.labels, other.clusters);
    }

    List<SliceRect> slices() {
        return slices;
    }

    /**
     * How much of each slice lies under each cluster of another partition of the same mosaic: a row for each slice of this, a
     * column for each cluster of the other and a last one for what has none there. Pixels; where both are of the same slices, 1.
     */
    public long[][] under(Partition other) {
        if (!sameSlices(other)) {
            return new Overlay(slices, other.slices).under(slices.size(), other.labels, other.clusters);
        }
        long[][] amounts = new long[labels.length][other.clusters + 1];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i][other.labels[i] < 0 ? other.clusters : other.labels[i]] = 1;
        }
        return amounts;
    }
}
