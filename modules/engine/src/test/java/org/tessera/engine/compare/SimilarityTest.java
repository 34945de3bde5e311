// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

class SimilarityTest {
    private static final MosaicLayout LAYOUT =
            MosaicLayout.of(new Mosaic(1, 2, List.of(0, 1)), List.of(120, 120), List.of(120, 120));

    private static Similarity of(List<Partition> partitions) {
        try (Workers workers = new Workers(2)) {
            return Similarity.of(partitions, 0.99, workers, Monitor.none());
        }
    }

    /** Left image 0, right image 1, in a grid; some slices moved to another cluster. */
    private static Partition halves(int grid, int moved, boolean renamed) {
        List<SliceRect> slices = SliceRect.of(LAYOUT, Slicing.of(new Grid(grid, grid)));
        int[] labels = IntStream.range(0, slices.size())
                .map(i -> i < moved ? 2 : (i < slices.size() / 2) == renamed ? 1 : 0)
                .toArray();
        return new Partition(slices, labels);
    }

    @Test
    void partitionsThatAreTheSameUnderOtherNamesAndGridsAreOneFamily() {
        Similarity similarity = of(List.of(
                halves(6, 0, false),
                halves(6, 12, false),
                halves(6, 0, true),
                halves(4, 0, false),
                halves(5, 9, true)));

        assertThat(similarity.families()).containsExactly(List.of(0, 2, 3), List.of(1), List.of(4));
        assertThat(similarity.order().subList(0, 3)).containsExactly(0, 2, 3);
        assertThat(similarity.order()).hasSize(5).doesNotHaveDuplicates();
        assertThat(similarity.rand().get(0).get(3)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theMatrixIsThatOfEachWithEach() {
        SplittableRandom random = new SplittableRandom(5);
        List<Partition> partitions = new ArrayList<>();
        for (int grid : new int[] {4, 5, 4, 7, 5, 3}) {
            List<SliceRect> slices = SliceRect.of(LAYOUT, Slicing.of(new Grid(grid, grid)));
            partitions.add(
                    new Partition(slices, random.ints(slices.size(), 0, 3).toArray()));
        }

        Similarity similarity = of(partitions);

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(similarity.rand().get(i).get(j))
                        .isCloseTo(partitions.get(i).with(partitions.get(j)).adjustedRand(), within(1e-12));
            }
        }
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(of(List.of()).families()).isEmpty();
        assertThat(of(List.of()).order()).isEmpty();
    }
}
