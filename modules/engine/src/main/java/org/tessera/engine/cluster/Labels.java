// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cluster of each slice: 0 is the largest, on a tie the one whose first slice comes first, unless the numbers were given;
 * {@link #NONE} marks a slice left out. Immutable.
 */
public final class Labels {
    /** The label of a slice in no cluster. */
    public static final int NONE = -1;

    private final int[] labels;
    private final List<Integer> sizes;

    private Labels(int[] labels, List<Integer> sizes) {
        this.labels = labels;
        this.sizes = sizes;
    }

    /** Renumbers any labels (negative: none) into the order above. */
    public static Labels canonical(int[] raw) {
        int most = Arrays.stream(raw).max().orElse(-1) + 1;
        int[] count = new int[most];
        int[] first = new int[most];
        for (int i = raw.length - 1; i >= 0; i--) {
            if (raw[i] >= 0) {
                count[raw[i]]++;
                first[raw[i]] = i;
            }
        }
        List<Integer> order = IntStream.range(0, most)
                .filter(c -> count[c] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -count[c]).thenComparingInt(c -> first[c]))
                .toList();
        int[] rank = new int[most];
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            rank[order.get(i)] = i;
            sizes.add(count[order.get(i)]);
        }
        return new Labels(
                Arrays.stream(raw).map(label -> label < 0 ? NONE : rank[label]).toArray(), List.copyOf(sizes));
    }

    /**
     * Labels that keep their numbers, such as those of another run, whatever the sizes.
     *
     * @param labels {@link #NONE} or 0 to {@code clusters - 1}
     * @param clusters how many there are, those without a slice included
     */
    public static Labels numbered(int[] labels, int clusters) {
        Integer[] sizes = new Integer[clusters];
        Arrays.fill(sizes, 0);
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return new Labels(labels.clone(), List.of(sizes));
    }

    /** The slices that are in a cluster, ascending. */
    public int[] labelled() {
        return IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
    }

    /** The labels of all slices when only some were clustered: {@code slices[i]} has the i-th label here, the rest none. */
    public Labels spread(int[] slices, int total) {
        int[] all = new int[total];
        Arrays.fill(all, NONE);
        for (int i = 0; i < slices.length; i++) {
            all[slices[i]] = labels[i];
        }
        return new Labels(all, sizes);
    }

    /** Number of slices. */
    public int size() {
        return labels.length;
    }

    /** The label of a slice, or {@link #NONE}. */
    public int get(int slice) {
        return labels[slice];
    }

    /** Number of clusters. */
    public int clusters() {
        return sizes.size();
    }

    /** Slices a cluster, in the order of labels. */
    public List<Integer> sizes() {
        return sizes;
    }

    /** A copy. */
    public int[] toArray() {
        return labels.clone();
    }

    /**
     * A winner to distrust: the smallest cluster holds under 1 % of the labelled slices, or three or fewer.
     */
    public boolean degenerate() {
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        return sizes.stream().anyMatch(size -> isTiny(size, total));
    }

    private static boolean isTiny(int size, int total) {
        return size <= 3 || size * 100L < total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return labels.length + " labels " + sizes;
    }
}
