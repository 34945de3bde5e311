// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The merges of agglomerative clustering, in any order that has each cluster's own merges before the merges it takes part in. */
final class Merges {
    /** Two clusters become one: each is named by any of its rows. */
    private record Merge(int a, int b, double height) {}

    private final int n;
    private final List<Merge> merges;

    Merges(int n) {
        this.n = n;
        this.merges = new ArrayList<>(n);
    }

    void add(int a, int b, double height) {
        merges.add(new Merge(a, b, height));
    }

    int count() {
        return merges.size();
    }

    /** How far apart the two were that became one, ascending. */
    double[] heights() {
        return merges.stream().mapToDouble(Merge::height).sorted().toArray();
    }

    /** A label for every row once the lowest merges have been made and {@code clusters} clusters are left. */
    int[] cut(int clusters) {
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        merges.stream()
                .sorted(Comparator.comparingDouble(Merge::height))
                .limit(n - clusters)
                .forEach(merge -> parent[root(parent, merge.a)] = root(parent, merge.b));
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> root(parent, i));
        return labels;
    }

    private static int root(int[] parent, int start) {
        int node = start;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
