// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Similarity;
import org.tessera.store.RunRecord;
import org.tessera.ui.viewer.mosaic.Pyramid;

/**
 * What the window of comparison shows.
 *
 * @param sentence in place of everything while there are no two runs
 * @param mosaic that all runs are of; null while there are none
 * @param imageNames of the mosaic
 * @param runs side by side; the first is the reference
 * @param rand the adjusted Rand index of each with each
 * @param aligned whether colours follow the clusters of the reference
 * @param differences whether only slices that differ from the reference are bright
 * @param selected slices of runs, by number, that are bright; they stand before the differences
 * @param alike how alike many runs are, in place of heatmaps; null where runs stand side by side
 * @param pair places of the two runs whose clusters are set against each other
 */
record CompareState(
        String sentence,
        @Nullable Pyramid mosaic,
        List<String> imageNames,
        List<Compared> runs,
        List<List<Double>> rand,
        boolean aligned,
        boolean differences,
        Map<Long, List<Integer>> selected,
        @Nullable Alike alike,
        Pair pair) {
    /**
     * Many runs and how alike their partitions are.
     *
     * @param runs in the order of {@code similarity}
     * @param similarity of each with each
     */
    record Alike(List<RunRecord> runs, Similarity similarity) {
        Alike {
            runs = List.copyOf(runs);
        }
    }

    /** Places of two runs. */
    record Pair(int one, int other) {}

    static final String CHOOSE =
            "Choose two to nine runs in the explorer or the table of runs (Ctrl or Shift) to see them side by side, or more"
                    + " to see which are alike.";

    static final CompareState EMPTY = new CompareState(
            CHOOSE, null, List.of(), List.of(), List.of(), true, false, Map.of(), null, new Pair(0, 0));

    CompareState {
        imageNames = List.copyOf(imageNames);
        runs = List.copyOf(runs);
        rand = List.copyOf(rand);
        selected = Map.copyOf(selected);
    }

    CompareState saying(String other) {
        return new CompareState(
                other, null, List.of(), List.of(), List.of(), aligned, differences, Map.of(), null, new Pair(0, 0));
    }

    CompareState with(Alike other) {
        return new CompareState(
                "", null, List.of(), List.of(), List.of(), aligned, differences, Map.of(), other, new Pair(0, 0));
    }

    CompareState withAligned(boolean other) {
        return new CompareState(sentence, mosaic, imageNames, runs, rand, other, differences, selected, null, pair);
    }

    CompareState withDifferences(boolean other) {
        return new CompareState(sentence, mosaic, imageNames, runs, rand, aligned, other, Map.of(), null, pair);
    }

    CompareState withSelected(Map<Long, List<Integer>> other) {
        return new CompareState(sentence, mosaic, imageNames, runs, rand, aligned, differences, other, null, pair);
    }

    CompareState withPair(Pair other) {
        return new CompareState(sentence, mosaic, imageNames, runs, rand, aligned, differences, Map.of(), null, other);
    }
}
