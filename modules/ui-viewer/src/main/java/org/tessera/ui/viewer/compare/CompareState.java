// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.compare.Similarity;
import org.tessera.store.RunRecord;
import org.tessera.tracking.RunFamily;
import org.tessera.ui.viewer.HeatOf;
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
 * @param looks what lies over the mosaic of runs, by number, where the user has chosen that
 * @param layout how the runs stand
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
        Pair pair,
        Map<Long, PaneLook> looks,
        Layout layout) {
    /** How runs stand. */
    enum Layout {
        SIDE_BY_SIDE("Side by side"),
        SWIPE("Swipe"),
        BLINK("Blink");

        private final String label;

        Layout(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * Many runs and how alike their partitions are.
     *
     * @param runs in the order of {@code similarity}
     * @param similarity of each with each
     * @param families of them, the largest first
     */
    record Alike(List<RunRecord> runs, Similarity similarity, List<RunFamily> families) {
        Alike {
            runs = List.copyOf(runs);
            families = List.copyOf(families);
        }

        /** The families of two runs or more. */
        List<RunFamily> several() {
            return RunFamily.ofSeveral(families);
        }

        /** How many partitions there are and how many runs have one that another has too. */
        String sentence() {
            return RunFamily.counted(families) + " (adjusted Rand index of " + RunFamily.NEARLY_SAME + " or more)";
        }
    }

    /** Places of two runs. */
    record Pair(int one, int other) {}

    static final HeatOf DISAGREEMENT = new HeatOf.Disagreement();

    static final String CHOOSE =
            "Choose two to nine runs in the explorer or the table of runs (Ctrl or Shift) to see them side by side, or more"
                    + " to see which are alike.";

    static final CompareState EMPTY = new CompareState(
            CHOOSE,
            null,
            List.of(),
            List.of(),
            List.of(),
            true,
            false,
            Map.of(),
            null,
            new Pair(0, 0),
            Map.of(),
            Layout.SIDE_BY_SIDE);

    CompareState {
        imageNames = List.copyOf(imageNames);
        runs = List.copyOf(runs);
        rand = List.copyOf(rand);
        selected = Map.copyOf(selected);
        looks = Map.copyOf(looks);
    }

    CompareState saying(String other) {
        return withoutRuns(other, null);
    }

    CompareState with(Alike other) {
        return withoutRuns("", other);
    }

    private CompareState withoutRuns(String instead, @Nullable Alike many) {
        return new CompareState(
                instead,
                null,
                List.of(),
                List.of(),
                List.of(),
                aligned,
                differences,
                Map.of(),
                many,
                new Pair(0, 0),
                looks,
                layout);
    }

    /** Other runs, with the choices of the user. */
    CompareState withRuns(
            Pyramid pyramid, List<String> names, List<Compared> compared, List<List<Double>> indices, Pair two) {
        return new CompareState(
                "", pyramid, names, compared, indices, aligned, differences, Map.of(), null, two, looks, layout);
    }

    private CompareState with(boolean align, boolean only, Map<Long, List<Integer>> bright, Pair two) {
        return new CompareState(
                sentence, mosaic, imageNames, runs, rand, align, only, bright, null, two, looks, layout);
    }

    CompareState withAligned(boolean other) {
        return with(other, differences, selected, pair);
    }

    CompareState withDifferences(boolean other) {
        return with(aligned, other, Map.of(), pair);
    }

    CompareState withSelected(Map<Long, List<Integer>> other) {
        return with(aligned, differences, other, pair);
    }

    CompareState withPair(Pair other) {
        return with(aligned, differences, Map.of(), other);
    }

    CompareState withLayout(Layout other) {
        return new CompareState(
                sentence, mosaic, imageNames, runs, rand, aligned, differences, selected, alike, pair, looks, other);
    }

    CompareState withLook(long run, PaneLook look) {
        Map<Long, PaneLook> other = new HashMap<>(looks);
        other.put(run, look);
        return new CompareState(
                sentence, mosaic, imageNames, runs, rand, aligned, differences, selected, alike, pair, other, layout);
    }

    /** What lies over the mosaic of a run. */
    PaneLook look(long run) {
        return looks.getOrDefault(run, PaneLook.DEFAULT);
    }

    /** Which runs the disagreement that is shown leaves out; empty for none. */
    String leftOut() {
        List<String> degenerate = runs.stream()
                .map(Compared::run)
                .filter(RunRecord::degenerate)
                .map(run -> Long.toString(run.id()))
                .toList();
        boolean shown = runs.stream()
                .anyMatch(one -> DISAGREEMENT.equals(look(one.run().id()).heat()));
        if (degenerate.isEmpty() || !shown) {
            return "";
        }
        return degenerate.size() == runs.size()
                ? "All these runs are degenerate: none is left to disagree with"
                : "Disagreement leaves out " + String.join(", ", degenerate)
                        + (degenerate.size() == 1 ? ": it is degenerate" : ": they are degenerate");
    }
}
