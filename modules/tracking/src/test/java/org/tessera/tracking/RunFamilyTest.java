// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.tracking.landscape.MadeUpRuns.kmeans;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.compare.Similarity;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.MadeUpRuns;

class RunFamilyTest {
    private static Similarity similarity(List<List<Integer>> families) {
        return new Similarity(
                List.of(), families, families.stream().flatMap(List::stream).toList());
    }

    @Test
    void aFamilyIsToldByItsBestRunAndTheParametersThatSetItApart() {
        List<RunRecord> runs = List.of(
                kmeans(1, 4, 2, 1, 0.5),
                kmeans(2, 4, 3, 1, 0.7),
                kmeans(3, 6, 2, 1, 0.6),
                MadeUpRuns.of(4, MadeUpRuns.spec(8, new ClusteringSpec.KMeans(2, 10, 1)), true, 0.9));

        List<RunFamily> families = RunFamily.of(runs, similarity(List.of(List.of(0, 2, 3), List.of(1))));

        assertThat(families).extracting(RunFamily::name).containsExactly("A", "B");
        RunFamily first = families.get(0);
        assertThat(first.numbers()).isEqualTo("1, 3, 4");
        assertThat(first.best()).as("not the degenerate one").contains(runs.get(2));
        assertThat(first.shared()).as("grids differ within, seeds nowhere").isEqualTo(Map.of("clusters", "2"));
        assertThat(families.get(1).shared()).isEqualTo(Map.of("grid", "4x4", "clusters", "3"));
        assertThat(RunFamily.ofSeveral(families)).containsExactly(first);
    }

    @Test
    void whereAllRunsAreDegenerateNoneIsBest() {
        List<RunRecord> runs = List.of(
                MadeUpRuns.of(1, MadeUpRuns.spec(4, new ClusteringSpec.KMeans(2, 10, 1)), true, 0.8),
                MadeUpRuns.of(2, MadeUpRuns.spec(4, new ClusteringSpec.KMeans(3, 10, 1)), true, 0.9));

        RunFamily family =
                RunFamily.of(runs, similarity(List.of(List.of(0, 1)))).get(0);

        assertThat(family.best()).isEmpty();
        assertThat(family.bestNumber()).isEqualTo("–");
    }

    @Test
    void afterTwentySixFamiliesNamesHaveTwoLetters() {
        List<RunRecord> runs = IntStream.range(0, 26 * 27 + 1)
                .mapToObj(i -> kmeans(i, 2, 2, i))
                .toList();
        List<List<Integer>> alone =
                IntStream.range(0, runs.size()).mapToObj(List::of).toList();

        List<RunFamily> families = RunFamily.of(runs, similarity(alone));

        assertThat(families).extracting(RunFamily::name).doesNotHaveDuplicates().contains("Z", "AA", "AZ", "BA", "ZZ");
        assertThat(families.get(26).name()).isEqualTo("AA");
        assertThat(families.get(26 * 27).name()).isEqualTo("AAA");
    }
}
