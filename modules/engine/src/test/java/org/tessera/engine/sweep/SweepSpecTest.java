// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;

class SweepSpecTest {
    private static final List<String> TWO = List.of("std", "mean");

    @Test
    void everyCombinationIsARunAndGridsComeFirst() {
        List<RunSpec> specs = sweep(List.of(new Grid(2, 2), new Grid(4, 4)), OptionalInt.of(1), OptionalInt.empty())
                .expand();

        assertThat(specs).hasSize(2 * 2 * 3);
        assertThat(specs.subList(0, 6)).allMatch(spec -> new Grid(2, 2).equals(spec.grid()));
        assertThat(specs).doesNotHaveDuplicates();
    }

    @Test
    void moreComponentsThanStatisticsAreRefusedBeforeAnythingRuns() {
        SweepSpec spec = sweep(List.of(new Grid(2, 2)), OptionalInt.of(3));

        assertThatThrownBy(spec::expand).isInstanceOf(ProblemException.class).hasMessageContaining("2 statistics");
    }

    @Test
    void rangesAreWrittenOut() {
        assertThat(Numbers.expand("The grid", "2,4,8..16:4,20")).containsExactly("2", "4", "8", "12", "16", "20");
        assertThat(Numbers.expand("The grid", "all, 1..3")).containsExactly("all", "1", "2", "3");
        assertThatThrownBy(() -> Numbers.expand("The grid", "2,,4")).hasMessageContaining("The grid");
        assertThatThrownBy(() -> Numbers.expand("The grid", "9..2")).hasMessageContaining("9..2");
    }

    private static SweepSpec sweep(List<Grid> grids, OptionalInt... components) {
        List<ClusteringSpec> clusterings = List.of(
                new ClusteringSpec.KMeans(2, 20, 1),
                new ClusteringSpec.KMeans(3, 20, 1),
                new ClusteringSpec.KMeans(4, 20, 1));
        return new SweepSpec(
                grids,
                List.of(TWO),
                List.of(true),
                Arrays.stream(components).map(c -> new SweepSpec.Pca(true, c)).toList(),
                clusterings,
                List.of(Preparation.NONE),
                null,
                null,
                0);
    }
}
