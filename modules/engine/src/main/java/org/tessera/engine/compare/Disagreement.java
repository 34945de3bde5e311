// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Where partitions of one mosaic say different things. Any thread. */
public final class Disagreement {
    private Disagreement() {}

    /**
     * The share of each slice that does not keep its cluster in others, each aligned to this partition ({@link Alignment}) and
     * counted alike: by area, 0..1.
     *
     * @return a value for each slice; NaN for one without a cluster, and for all where there are no others
     */
    public static List<Double> of(Partition partition, List<Partition> others) {
        int[] labels = partition.labels();
        double[] sums = new double[labels.length];
        for (Partition other : others) {
            List<Integer> matches = Alignment.of(partition.with(other)).matches();
            long[][] amounts = partition.under(other);
            for (int i = 0; i < labels.length; i++) {
                sums[i] += labels[i] < 0 ? Double.NaN : changed(amounts[i], matches.get(labels[i]));
            }
        }
        return Arrays.stream(sums).map(sum -> sum / others.size()).boxed().toList();
    }

    private static double changed(long[] amounts, int match) {
        return match < 0
                ? 1
                : 1 - amounts[match] / (double) LongStream.of(amounts).sum();
    }
}
