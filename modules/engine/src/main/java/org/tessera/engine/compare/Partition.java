// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
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
        int[] xs = edges(other, true);
        int[] ys = edges(other, false);
        int across = Math.max(0, xs.length - 1);
        int down = Math.max(0, ys.length - 1);
        int[] ours = cells(xs, ys);
        int[] theirs = other.cells(xs, ys);
        long[] sizes = new long[across * down];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                sizes[y * across + x] = (long) (xs[x + 1] - xs[x]) * (ys[y + 1] - ys[y]);
            }
        }
        return Contingency.weighted(ours, theirs, sizes);
    }

    /** The cluster of this partition at the middle of each slice of another of the same mosaic, -1 where there is none. */
    public int[] under(Partition other) {
        if (sameSlices(other)) {
            return labels();
        }
        int[] xs = edges(this, true);
        int[] ys = edges(this, false);
        int[] cells = cells(xs, ys);
        int across = Math.max(0, xs.length - 1);
        int[] found = new int[other.labels.length];
        for (int i = 0; i < found.length; i++) {
            SliceRect slice = other.slices.get(i);
            int column = cell(xs, slice.x() + slice.width() / 2);
            int row = cell(ys, slice.y() + slice.height() / 2);
            found[i] = column < 0 || row < 0 ? -1 : cells[row * across + column];
        }
        return found;
    }

    /** Between which edges a pixel lies, or -1. */
    private static int cell(int[] edges, int pixel) {
        int at = Arrays.binarySearch(edges, pixel);
        int cell = at >= 0 ? at : -at - 2;
        return cell < edges.length - 1 ? cell : -1;
    }

    /** Every x, or y, at which a slice of either begins or ends, ascending. */
    private int[] edges(Partition other, boolean horizontal) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (List<SliceRect> all : List.of(slices, other.slices)) {
            for (SliceRect slice : all) {
                int from = horizontal ? slice.x() : slice.y();
                edges.add(from);
                edges.add(from + (horizontal ? slice.width() : slice.height()));
            }
        }
        return edges.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The cluster of each cell between edges, row by row. */
    private int[] cells(int[] xs, int[] ys) {
        int across = Math.max(0, xs.length - 1);
        int[] cells = new int[across * Math.max(0, ys.length - 1)];
        Arrays.fill(cells, -1);
        for (int i = 0; i < labels.length; i++) {
            SliceRect slice = slices.get(i);
            int left = Arrays.binarySearch(xs, slice.x());
            int right = Arrays.binarySearch(xs, slice.x() + slice.width());
            int bottom = Arrays.binarySearch(ys, slice.y() + slice.height());
            for (int y = Arrays.binarySearch(ys, slice.y()); y < bottom; y++) {
                Arrays.fill(cells, y * across + left, y * across + right, labels[i]);
            }
        }
        return cells;
    }
}
