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
        return new Overlay(slices, other.slices).contingency(labels, other.labels);
    }

    List<SliceRect> slices() {
        return slices;
    }

    /** The cluster of this partition at the middle of each slice of another of the same mosaic, -1 where there is none. */
    public int[] under(Partition other) {
        if (sameSlices(other)) {
            return labels();
        }
        int[] found = new int[other.labels.length];
        int next = 0;
        for (int i = 0; i < found.length; i++) {
            SliceRect slice = other.slices.get(i);
            int x = slice.x() + slice.width() / 2;
            int y = slice.y() + slice.height() / 2;
            // slices follow each other: the search goes on where it ended
            int tried = 0;
            while (tried < slices.size() && !covers(slices.get(next), x, y)) {
                next = (next + 1) % slices.size();
                tried++;
            }
            found[i] = tried == slices.size() ? -1 : labels[next];
        }
        return found;
    }

    private static boolean covers(SliceRect slice, int x, int y) {
        return x >= slice.x() && y >= slice.y() && x < slice.x() + slice.width() && y < slice.y() + slice.height();
    }
}
