// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.Contingency;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class CoassociationTest {
    private static final int PARTITIONS = 9;

    private static Coassociation of(int[]... partitions) {
        return Coassociation.of(List.of(partitions), Monitor.none());
    }

    @Test
    void theShareIsThatOfThePartitionsThatLabelBoth() {
        Coassociation shares = of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, -1}, new int[] {2, 2, 2, 0});

        assertThat(shares.share(0, 1)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(shares.share(0, 2)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(shares.share(2, 3))
                .as("two label both, one puts them together")
                .isEqualTo(0.5);
        assertThat(shares.share(3, 3)).isEqualTo(1);
        assertThat(shares.share(1, 0)).isEqualTo(shares.share(0, 1));
    }

    @Test
    void thePartitionsOfAnIndependentImplementationAndItsEntropiesAreFound() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CoassociationTest.class.getResourceAsStream("consensus.csv")),
                StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("p0"))
                    .forEach(line -> rows.add(line.split(",", -1)));
        }
        List<int[]> partitions = new ArrayList<>();
        for (int p = 0; p < PARTITIONS; p++) {
            partitions.add(column(rows, p));
        }

        Coassociation shares = Coassociation.of(partitions, Monitor.none());

        double[] entropy = shares.entropy();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(entropy[i]).isCloseTo(Double.parseDouble(rows.get(i)[PARTITIONS]), within(1e-12));
        }
        assertSamePartition(shares.consensus(0, Monitor.none()), column(rows, PARTITIONS + 1));
        assertSamePartition(shares.consensus(3, Monitor.none()), column(rows, PARTITIONS + 2));
        assertSamePartition(shares.consensus(5, Monitor.none()), column(rows, PARTITIONS + 3));
    }

    private static int[] column(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row[column])).toArray();
    }

    private static void assertSamePartition(Labels found, int[] expected) {
        assertThat(found.clusters())
                .isEqualTo((int) Arrays.stream(expected).distinct().count());
        assertThat(Contingency.of(found.toArray(), expected).adjustedRand()).isEqualTo(1);
    }

    @Test
    void theConsensusOfTheSamePartitionTwiceIsItWhateverItsClustersAreCalled() {
        int[] one = {0, 0, 1, 1, 2, 2, 2};
        int[] renamed = {2, 2, 0, 0, 1, 1, 1};

        Coassociation shares = of(one, renamed);

        assertThat(Contingency.of(shares.consensus(0, Monitor.none()).toArray(), one)
                        .adjustedRand())
                .isEqualTo(1);
        assertThat(shares.entropy()).containsOnly(0);
    }

    @Test
    void renamingClustersAndTheOrderOfPartitionsChangeNothing() {
        SplittableRandom random = new SplittableRandom(3);
        int[][] partitions = new int[6][60];
        for (int[] each : partitions) {
            Arrays.setAll(each, i -> random.nextInt(10) == 0 ? random.nextInt(4) : i / 20);
        }
        int[][] others = new int[6][];
        for (int p = 0; p < 6; p++) {
            others[5 - p] = Arrays.stream(partitions[p]).map(label -> 3 - label).toArray();
        }

        assertThat(of(others).consensus(3, Monitor.none()))
                .isEqualTo(of(partitions).consensus(3, Monitor.none()));
        assertThat(of(others).entropy()).containsExactly(of(partitions).entropy(), within(1e-12));
    }

    @Test
    void aSliceThatNoPartitionLabelsHasNoClusterAndOneThatSomeDoHas() {
        Labels found = of(new int[] {0, 0, 1, 1, -1, -1}, new int[] {0, 0, 1, 1, -1, 1})
                .consensus(2, Monitor.none());

        assertThat(found.get(4)).isEqualTo(Labels.NONE);
        assertThat(found.get(5)).isEqualTo(found.get(2));
    }

    @Test
    void manySlicesThatAgreeAreExactAndTooManyDifferentCombinationsAreRefusedWithTheReason() {
        int[] big = IntStream.range(0, 200_000).map(i -> i % 3).toArray();
        assertThat(of(big, big).consensus(3, Monitor.none()).sizes()).hasSize(3);

        int count = Coassociation.MOST_COMBINATIONS + 1;
        int[] each = IntStream.range(0, count).toArray();
        assertThatThrownBy(() -> of(each, each))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(count + " different combinations")
                .hasMessageContaining(Coassociation.MOST_COMBINATIONS + " at most");
    }

    @Test
    void whatHasNoConsensusIsRefused() {
        assertThatThrownBy(() -> of(new int[] {0, 1})).hasMessageContaining("two runs or more");
        assertThatThrownBy(() -> of(new int[] {0, 1}, new int[] {0, 1, 0})).hasMessageContaining("2 and 3 slices");
        assertThatThrownBy(() -> of(new int[] {0, 1}, new int[] {0, 1}).consensus(3, Monitor.none()))
                .hasMessageContaining("only 2 groups");
    }
}
