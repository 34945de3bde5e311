// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tessera.engine.slice.ImageSlices;

/**
 * Exact sums of powers, and extremes, of the pixels of one image over the common refinement of several grids of small slices:
 * each pixel is looked at once, and a slice is made of its cells. One thread.
 */
final class PowerSums {
    /** Powers are of differences from this value: none of them is larger than 2^60. */
    private static final int ORIGIN = 1 << 15;

    private static final long LOW = 0xffffffffL;
    private static final int MOST_CELLS = 1 << 18;
    private static final int LEAST_PIXELS_A_CELL = 8;

    private final Set<ImageSlices> covered;
    private final int width;
    private final int[] rowOf;
    private final int[] columnOf;
    private final int[] columnEdges;
    private final int across;
    private final long[] first;
    private final long[] second;
    private final long[] third;
    private final long[] fourthLow;
    private final long[] fourthHigh;
    private final char[] least;
    private final char[] most;
    private final Wide fourth = new Wide();

    private PowerSums(int width, int[] rows, int[] columns, Set<ImageSlices> covered) {
        this.covered = covered;
        this.width = width;
        this.rowOf = places(rows);
        this.columnOf = places(columns);
        this.columnEdges = columns;
        this.across = columns.length - 1;
        int cells = (rows.length - 1) * across;
        this.first = new long[cells];
        this.second = new long[cells];
        this.third = new long[cells];
        this.fourthLow = new long[cells];
        this.fourthHigh = new long[cells];
        this.least = new char[cells];
        this.most = new char[cells];
        Arrays.fill(least, '\uffff');
    }

    /**
     * The sums for some grids over an image; the finest are left out where looking at each pixel for each grid is no more
     * work.
     *
     * @param grids slices that abut, of {@link SliceCounter#MOST_KEPT} pixels or fewer
     * @param width of the image in prepared pixels
     * @return empty for fewer than two grids
     */
    static Optional<PowerSums> of(List<ImageSlices> grids, int width) {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        Set<ImageSlices> covered = new HashSet<>();
        List<ImageSlices> coarseFirst = grids.stream()
                .sorted(Comparator.comparingInt(ImageSlices::count))
                .toList();
        for (ImageSlices slices : coarseFirst) {
            Set<Integer> moreRows = edges(rows, slices.rows(), slices.height());
            Set<Integer> moreColumns = edges(columns, slices.columns(), slices.width());
            long cells = (moreRows.size() - 1L) * (moreColumns.size() - 1L);
            long pixels = (long) slices.rows() * slices.height() * slices.columns() * slices.width();
            if (cells <= MOST_CELLS && cells * LEAST_PIXELS_A_CELL <= pixels) {
                rows = moreRows;
                columns = moreColumns;
                covered.add(slices);
            }
        }
        return covered.size() < 2
                ? Optional.empty()
                : Optional.of(new PowerSums(width, ints(rows), ints(columns), covered));
    }

    private static Set<Integer> edges(Set<Integer> known, int count, int length) {
        Set<Integer> edges = new TreeSet<>(known);
        for (int i = 0; i <= count; i++) {
            edges.add(i * length);
        }
        return edges;
    }

    private static int[] ints(Set<Integer> sorted) {
        return sorted.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether slices are made of these cells. */
    boolean covers(ImageSlices slices) {
        return covered.contains(slices);
    }

    /** For each pixel, and for the edge after the last, which cell it is in or begins. */
    private static int[] places(int[] edges) {
        int[] places = new int[edges[edges.length - 1] + 1];
        for (int cell = 0; cell < edges.length; cell++) {
            int end = cell + 1 < edges.length ? edges[cell + 1] : places.length;
            Arrays.fill(places, edges[cell], end, cell);
        }
        return places;
    }

    /** Takes rows of pixels. */
    void rows(int top, int count, short[] pixels) {
        for (int y = top; y < Math.min(top + count, rowOf.length - 1); y++) {
            int cell = rowOf[y] * across;
            int row = (y - top) * width;
            for (int column = 0; column < across; column++, cell++) {
                add(cell, pixels, row + columnEdges[column], row + columnEdges[column + 1]);
            }
        }
    }

    private void add(int cell, short[] pixels, int from, int to) {
        int low = least[cell];
        int high = most[cell];
        long one = 0;
        long two = 0;
        long three = 0;
        long fourLow = 0;
        long fourHigh = 0;
        for (int i = from; i < to; i++) {
            int value = pixels[i] & 0xffff;
            low = Math.min(low, value);
            high = Math.max(high, value);
            long distance = (long) value - ORIGIN;
            long square = distance * distance;
            long fourth = square * square;
            one += distance;
            two += square;
            three += square * distance;
            fourLow += fourth & LOW;
            fourHigh += fourth >>> 32;
        }
        least[cell] = (char) low;
        most[cell] = (char) high;
        first[cell] += one;
        second[cell] += two;
        third[cell] += three;
        fourthLow[cell] += fourLow;
        fourthHigh[cell] += fourHigh;
    }

    /** The sums of one slice about its mean rounded to a grey value. */
    static final class OfSlice {
        long sum;
        long centre;
        long squares;
        long cubes;
        long fourthsLow;
        long fourthsHigh;
        int min;
        int max;
    }

    /** Sums up a slice of which all rows have been taken; it is one of a grid that is covered, so its sums fit. */
    void slice(int left, int top, int right, int bottom, OfSlice into) {
        long one = 0;
        long two = 0;
        long three = 0;
        long fourLow = 0;
        long fourHigh = 0;
        int low = 0xffff;
        int high = 0;
        int columns = columnOf[right] - columnOf[left];
        for (int row = rowOf[top]; row < rowOf[bottom]; row++) {
            int begin = row * across + columnOf[left];
            for (int cell = begin; cell < begin + columns; cell++) {
                one += first[cell];
                two += second[cell];
                three += third[cell];
                fourLow += fourthLow[cell];
                fourHigh += fourthHigh[cell];
                low = Math.min(low, least[cell]);
                high = Math.max(high, most[cell]);
            }
        }
        long n = (long) (right - left) * (bottom - top);
        into.min = low;
        into.max = high;
        into.sum = one + n * ORIGIN;
        into.centre = Math.round((double) into.sum / n);
        long shift = into.centre - ORIGIN;
        into.squares = two - 2 * shift * one + n * shift * shift;
        into.cubes = three - 3 * shift * two + 3 * shift * shift * one - n * shift * shift * shift;
        fourth.clear();
        fourth.addProduct(fourLow, 1);
        fourth.addProduct(fourHigh, 1L << 32);
        fourth.addProduct(three, -4 * shift);
        fourth.addProduct(two, 6 * shift * shift);
        fourth.addProduct(one, -4 * shift * shift * shift);
        fourth.addProduct(n, shift * shift * shift * shift);
        into.fourthsLow = fourth.low32();
        into.fourthsHigh = fourth.above32();
    }
}
