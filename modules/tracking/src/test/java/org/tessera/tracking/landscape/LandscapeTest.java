// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.tracking.landscape.MadeUpRuns.kmeans;
import static org.tessera.tracking.landscape.MadeUpRuns.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;

class LandscapeTest {
    private static final List<RunRecord> RUNS = List.of(
            kmeans(1, 10, 2, 1, 0.5),
            kmeans(2, 10, 3, 1, 0.6),
            kmeans(3, 4, 2, 1, 0.4),
            kmeans(4, 10, 2, 2, 0.7),
            MadeUpRuns.of(5, spec(4, new ClusteringSpec.KMeans(2, 10, 2)), true, 0.9));

    private static VaryingParameter parameter(String name, List<RunRecord> runs) {
        return VaryingParameter.of(runs).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Landscape landscape(List<RunRecord> runs, Map<String, String> fixed) {
        return Landscape.of(runs, ScoreName.SILHOUETTE, parameter("clusters", runs), parameter("grid", runs), fixed);
    }

    @Test
    void onlyParametersThatDifferAreOfferedAndTheirValuesStandInOrder() {
        assertThat(VaryingParameter.of(RUNS))
                .extracting(VaryingParameter::name)
                .containsExactly("grid", "clusters", "seed");
        assertThat(parameter("grid", RUNS).values()).as("4 before 10").containsExactly("4x4", "10x10");
        assertThat(parameter("grid", RUNS).numeric()).isTrue();
        assertThat(parameter("grid", RUNS).position("10x10")).hasValue(10);
    }

    @Test
    void aPlaceHasTheBestRunThatIsNotDegenerate() {
        Landscape landscape = landscape(RUNS, Map.of());

        assertThat(landscape.cells().get(1).get(0).run().id()).isEqualTo(4);
        assertThat(landscape.cells().get(0).get(0).run().id())
                .as("run 5 is degenerate")
                .isEqualTo(3);
        assertThat(landscape.cells().get(0).get(1)).isNull();
        assertThat(landscape.empty()).isEqualTo(1);
        assertThat(landscape.best(ScoreName.SILHOUETTE).orElseThrow().run().id())
                .isEqualTo(4);
    }

    @Test
    void aFixedParameterLeavesTheRunsThatHaveItsValue() {
        Landscape landscape = landscape(RUNS, Map.of("seed", "1"));

        assertThat(landscape.cells().get(1).get(0).run().id()).isEqualTo(1);
        assertThat(landscape(RUNS, Map.of("seed", "2"))
                        .cells()
                        .get(0)
                        .get(0)
                        .run()
                        .id())
                .as("a degenerate run is better than none")
                .isEqualTo(5);
    }

    @Test
    void anEmptyPlaceIsRunWithTheOtherParametersOfTheRunInHand() {
        Landscape landscape = landscape(RUNS, Map.of("seed", "2"));

        List<RunSpec> missing = landscape.missing(RUNS.get(0), Map.of("seed", "2"), RUNS);

        assertThat(missing)
                .containsExactly(
                        spec(4, new ClusteringSpec.KMeans(3, 10, 2)), spec(10, new ClusteringSpec.KMeans(3, 10, 2)));
    }

    @Test
    void anotherAlgorithmComesWithWhatBelongsToIt() {
        RunSpec ward = spec(10, new ClusteringSpec.Hierarchical(3, Linkage.WARD, Distance.EUCLIDEAN));
        List<RunRecord> runs = List.of(kmeans(1, 10, 2, 1, 0.5), MadeUpRuns.of(2, ward, false, 0.4));
        Landscape landscape = Landscape.of(
                runs, ScoreName.SILHOUETTE, parameter("clusters", runs), parameter("algorithm", runs), Map.of());

        assertThat(landscape.missing(runs.get(0), Map.of(), runs))
                .containsExactlyInAnyOrder(
                        spec(10, new ClusteringSpec.Hierarchical(2, Linkage.WARD, Distance.EUCLIDEAN)),
                        spec(10, new ClusteringSpec.KMeans(3, 10, 1)));
    }

    @Test
    void whatMakesNoSenseTogetherIsNotRun() {
        RunSpec ward = spec(10, new ClusteringSpec.Hierarchical(3, Linkage.WARD, Distance.EUCLIDEAN));
        List<RunRecord> runs = List.of(kmeans(1, 10, 2, 1, 0.5), MadeUpRuns.of(2, ward, false, 0.4));
        Landscape landscape = Landscape.of(
                runs, ScoreName.SILHOUETTE, parameter("linkage", runs), parameter("algorithm", runs), Map.of());

        assertThat(landscape.empty()).isEqualTo(2);
        assertThat(landscape.missing(runs.get(0), Map.of(), runs))
                .as("k-means has no linkage")
                .isEmpty();
        assertThat(landscape.spec(0, 0, runs.get(1), Map.of(), runs)).isEqualTo(Optional.of(ward));
    }
}
