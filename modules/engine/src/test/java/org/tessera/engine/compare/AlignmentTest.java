// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.score.Contingency;

class AlignmentTest {
    private static Alignment of(int[] labels, int[] reference) {
        return Alignment.of(Contingency.of(labels, reference));
    }

    @Test
    void renamedClustersAreTheSame() {
        Alignment alignment = of(new int[] {2, 2, 0, 0, 1}, new int[] {0, 0, 1, 1, 2});

        assertThat(alignment.matches()).containsExactly(1, 2, 0);
        assertThat(alignment.splitFrom()).containsExactly(-1, -1, -1);
        assertThat(alignment.kept()).isEqualTo(1);
    }

    @Test
    void theAssignmentIsTheBestOfAllAndNotTheGreediest() {
        // 0 shares 5 with A and 4 with B, 1 shares 4 with A and nothing with B: greedy would keep 5, the best keeps 8
        Contingency.Counter counter = new Contingency.Counter(2, 2);
        counter.add(0, 0, 5);
        counter.add(0, 1, 4);
        counter.add(1, 0, 4);
        Contingency table = counter.table();

        Alignment alignment = Alignment.of(table);

        assertThat(alignment.matches()).containsExactly(1, 0);
        assertThat(alignment.kept()).isCloseTo(8 / 13.0, within(1e-15));
    }

    @Test
    void aClusterThatIsNewSaysWhereMostOfItComesFrom() {
        Alignment split = of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {0, 0, 0, 0, 0, 1});

        assertThat(split.matches()).containsExactly(0, -1, 1);
        assertThat(split.splitFrom()).containsExactly(-1, 0, -1);
        Alignment merged = of(new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 2});
        assertThat(merged.matches()).containsExactly(0);
        assertThat(of(new int[] {0, 1}, new int[] {-1, 0}).matches()).containsExactly(-1, 0);
        assertThat(of(new int[] {-1}, new int[] {0}).kept()).isEqualTo(1);
    }

    @Test
    void noOtherAssignmentKeepsMore() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            int k = 1 + random.nextInt(5);
            int r = 1 + random.nextInt(5);
            int[] labels = random.ints(60, 0, k).toArray();
            int[] reference = random.ints(60, 0, r).toArray();
            Contingency table = Contingency.of(labels, reference);

            double kept = Alignment.of(table).kept() * 60;

            assertThat(Math.round(kept)).isEqualTo(best(table, 0, new boolean[table.classes()]));
        }
    }

    private static long best(Contingency table, int cluster, boolean[] taken) {
        if (cluster == table.clusters()) {
            return 0;
        }
        long most = best(table, cluster + 1, taken);
        for (int r = 0; r < table.classes(); r++) {
            if (!taken[r]) {
                boolean[] with = Arrays.copyOf(taken, taken.length);
                with[r] = true;
                most = Math.max(most, table.count(cluster, r) + best(table, cluster + 1, with));
            }
        }
        return most;
    }

    @Test
    void manyClustersAreAlignedToo() {
        int[] labels = IntStream.range(0, 4000).map(i -> i % 200).toArray();
        int[] reference = IntStream.range(0, 4000).map(i -> (i + 77) % 200).toArray();

        Alignment alignment = of(labels, reference);

        List<Integer> expected =
                IntStream.range(0, 200).mapToObj(c -> (c + 77) % 200).toList();
        assertThat(alignment.matches()).isEqualTo(expected);
    }
}
