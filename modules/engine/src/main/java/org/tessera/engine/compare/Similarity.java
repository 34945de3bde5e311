// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/**
 * How much many partitions of one mosaic are alike: the adjusted Rand index of each with each, and families of partitions that
 * are nearly the same.
 *
 * @param rand the index of each with each, symmetric, 1 on the diagonal
 * @param families places of partitions that are connected by indices of the threshold or more, the largest family first
 * @param order all places so that those that are alike stand together: families one after the other, each next to the family
 *     most like the one before
 */
public record Similarity(List<List<Double>> rand, List<List<Integer>> families, List<Integer> order) {
    public Similarity {
        rand = List.copyOf(rand);
        families = List.copyOf(families);
        order = List.copyOf(order);
    }

    /**
     * Compares partitions.
     *
     * @param threshold of the index from which two are of one family, 0..1
     * @param workers the threads that work
     */
    public static Similarity of(List<Partition> partitions, double threshold, Workers workers, Monitor monitor) {
        int count = partitions.size();
        Map<List<SliceRect>, Integer> geometries = new HashMap<>();
        int[] geometry = new int[count];
        for (int i = 0; i < count; i++) {
            geometry[i] = geometries.computeIfAbsent(partitions.get(i).slices(), slices -> geometries.size());
        }
        Map<Long, Overlay> overlays = overlays(partitions, geometry, geometries.size(), workers);
        double[][] rand = new double[count][count];
        workers.map(count, i -> {
            monitor.check();
            for (int j = i; j < count; j++) {
                rand[i][j] = i == j
                        ? 1
                        : geometry[i] == geometry[j]
                                ? partitions.get(i).with(partitions.get(j)).adjustedRand()
                                : index(partitions, overlays, geometry, i, j);
            }
            return i;
        });
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                rand[i][j] = rand[j][i];
            }
        }
        List<List<Integer>> families = families(rand, threshold);
        return new Similarity(
                Arrays.stream(rand)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                families,
                order(rand, families));
    }

    private static double index(List<Partition> partitions, Map<Long, Overlay> overlays, int[] geometry, int i, int j) {
        int first = geometry[i] < geometry[j] ? i : j;
        int second = first == i ? j : i;
        Overlay overlay = overlays.get(key(geometry[first], geometry[second]));
        if (overlay == null) {
            throw new IllegalStateException("no overlay of " + geometry[first] + " and " + geometry[second]);
        }
        return partitions.get(first).with(partitions.get(second), overlay).adjustedRand();
    }

    private static long key(int geometry, int other) {
        return ((long) geometry << 32) | other;
    }

    /** One of every two geometries, the one seen first before the other. */
    private static Map<Long, Overlay> overlays(
            List<Partition> partitions, int[] geometry, int geometries, Workers workers) {
        List<List<SliceRect>> slices = new ArrayList<>();
        for (int g = 0; g < geometries; g++) {
            int wanted = g;
            int place = IntStream.range(0, geometry.length)
                    .filter(i -> geometry[i] == wanted)
                    .findFirst()
                    .orElseThrow();
            slices.add(partitions.get(place).slices());
        }
        List<long[]> pairs = new ArrayList<>();
        for (int g = 0; g < geometries; g++) {
            for (int h = g + 1; h < geometries; h++) {
                pairs.add(new long[] {g, h});
            }
        }
        List<Overlay> made = workers.map(
                pairs.size(), i -> new Overlay(slices.get((int) pairs.get(i)[0]), slices.get((int) pairs.get(i)[1])));
        Map<Long, Overlay> overlays = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            overlays.put(key((int) pairs.get(i)[0], (int) pairs.get(i)[1]), made.get(i));
        }
        return overlays;
    }

    private static List<List<Integer>> families(double[][] rand, double threshold) {
        int[] family = new int[rand.length];
        Arrays.fill(family, -1);
        List<List<Integer>> families = new ArrayList<>();
        for (int i = 0; i < rand.length; i++) {
            if (family[i] < 0) {
                List<Integer> members = new ArrayList<>(List.of(i));
                family[i] = families.size();
                for (int next = 0; next < members.size(); next++) {
                    for (int j = 0; j < rand.length; j++) {
                        if (family[j] < 0 && rand[members.get(next)][j] >= threshold) {
                            family[j] = families.size();
                            members.add(j);
                        }
                    }
                }
                members.sort(null);
                families.add(List.copyOf(members));
            }
        }
        families.sort(Comparator.comparingInt((List<Integer> one) -> one.size())
                .reversed()
                .thenComparing(one -> one.get(0)));
        return families;
    }

    private static List<Integer> order(double[][] rand, List<List<Integer>> families) {
        List<List<Integer>> left = new ArrayList<>(families);
        List<Integer> order = new ArrayList<>();
        List<Integer> last = left.isEmpty() ? List.of() : left.remove(0);
        order.addAll(last);
        while (!left.isEmpty()) {
            List<Integer> from = last;
            last = left.stream()
                    .max(Comparator.comparingDouble((List<Integer> one) -> mean(rand, from, one))
                            .thenComparing(one -> -one.get(0)))
                    .orElseThrow();
            left.remove(last);
            order.addAll(last);
        }
        return order;
    }

    private static double mean(double[][] rand, List<Integer> some, List<Integer> others) {
        return some.stream()
                .flatMapToDouble(i -> others.stream().mapToDouble(j -> rand[i][j]))
                .average()
                .orElse(0);
    }
}
