// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.slice.SliceRect;

/**
 * Where slices of two geometries meet: their common refinement, a cell for each two that overlap. Made once, it gives the
 * contingency of any two partitions of these slices in as many steps as it has cells. Immutable; any thread.
 */
final class Overlay {
    private final int[] ours;
    private final int[] theirs;
    private final long[] pixels;

    /** @param slices of one geometry and {@code others} of another, over the same mosaic; within each none overlap */
    Overlay(List<SliceRect> slices, List<SliceRect> others) {
        int[] xs = edges(slices, others, true);
        int[] ys = edges(slices, others, false);
        int across = Math.max(0, xs.length - 1);
        int down = Math.max(0, ys.length - 1);
        int[] first = cells(slices, xs, ys);
        int[] second = cells(others, xs, ys);
        int[] a = new int[first.length];
        int[] b = new int[first.length];
        long[] sizes = new long[first.length];
        int count = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int cell = y * across + x;
                if (first[cell] >= 0 || second[cell] >= 0) {
                    a[count] = first[cell];
                    b[count] = second[cell];
                    sizes[count] = (long) (xs[x + 1] - xs[x]) * (ys[y + 1] - ys[y]);
                    count++;
                }
            }
        }
        ours = Arrays.copyOf(a, count);
        theirs = Arrays.copyOf(b, count);
        pixels = Arrays.copyOf(sizes, count);
    }

    /**
     * How the clusters of slices of the one geometry meet those of the other, in pixels.
     *
     * @param clusters how many the one has
     * @param otherClusters how many the other has
     */
    Contingency contingency(int[] labels, int clusters, int[] otherLabels, int otherClusters) {
        Contingency.Counter counter = new Contingency.Counter(clusters, otherClusters);
        for (int i = 0; i < ours.length; i++) {
            counter.add(ours[i] < 0 ? -1 : labels[ours[i]], theirs[i] < 0 ? -1 : otherLabels[theirs[i]], pixels[i]);
        }
        return counter.table();
    }

    /** How many pixels of each slice of the one geometry lie under each cluster of the other; last, under none. */
    long[][] under(int slices, int[] otherLabels, int clusters) {
        long[][] amounts = new long[slices][clusters + 1];
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] >= 0) {
                int label = theirs[i] < 0 ? -1 : otherLabels[theirs[i]];
                amounts[ours[i]][label < 0 ? clusters : label] += pixels[i];
            }
        }
        return amounts;
    }

    /** Every x, or y, at which a slice begins or ends, ascending. */
    private static int[] edges(List<SliceRect> slices, List<SliceRect> others, boolean horizontal) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (List<SliceRect> all : List.of(slices, others)) {
            for (SliceRect slice : all) {
                int from = horizontal ? slice.x() : slice.y();
                edges.add(from);
                edges.add(from + (horizontal ? slice.width() : slice.height()));
            }
        }
        return edges.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The slice of each cell between edges, row by row, -1 where there is none. */
    private static int[] cells(List<SliceRect> slices, int[] xs, int[] ys) {
        int across = Math.max(0, xs.length - 1);
        int[] cells = new int[across * Math.max(0, ys.length - 1)];
        Arrays.fill(cells, -1);
        for (int i = 0; i < slices.size(); i++) {
            SliceRect slice = slices.get(i);
            int left = Arrays.binarySearch(xs, slice.x());
            int right = Arrays.binarySearch(xs, slice.x() + slice.width());
            int bottom = Arrays.binarySearch(ys, slice.y() + slice.height());
            for (int y = Arrays.binarySearch(ys, slice.y()); y < bottom; y++) {
                Arrays.fill(cells, y * across + left, y * across + right, i);
            }
        }
        return cells;
    }
}
