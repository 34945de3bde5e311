// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;

/** Runs made together are those made one by one. */
class RunsTogetherTest {
    private static final List<String> IDS = List.of("mean", "std", "median", "iqr");

    private static FeatureTable table(int side) {
        SplittableRandom random = new SplittableRandom(8);
        double[] values = new double[side * side * IDS.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian() + (i / IDS.size() % 7 == 0 ? 5 : 0);
        }
        return FeatureTable.ofImages(
                List.of("a"),
                IDS,
                List.of(ImageSlices.of(Slicing.of(new Grid(side, side)), side, side)),
                List.of(values));
    }

    private static RunSpec spec(ClusteringSpec clustering) {
        return new RunSpec(new Grid(30, 30), IDS, true, true, OptionalInt.of(2), clustering);
    }

    private static List<RunSpec> specs() {
        List<RunSpec> specs = new ArrayList<>();
        for (int k = 2; k <= 9; k++) {
            specs.add(spec(new ClusteringSpec.KMeans(k, 3, 1)));
        }
        specs.add(spec(new ClusteringSpec.Dbscan(0.3, 5)));
        specs.add(spec(new ClusteringSpec.Hierarchical(4, Linkage.WARD)));
        specs.add(spec(new ClusteringSpec.Hierarchical(300, Linkage.SINGLE)));
        specs.add(spec(new ClusteringSpec.Dbscan(1e-9, 5)));
        return specs;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void labelsAreEqualAndScoresToTwelveDigits(int limit) {
        FeatureTable table = table(30);
        List<RunSpec> specs =
                specs().stream().map(spec -> spec.scoredUpTo(limit)).toList();
        try (Workers workers = new Workers(3)) {
            Pipeline pipeline = new Pipeline(workers);

            List<RunResult> together = pipeline.runAll(table, specs, null, Monitor.none());

            assertThat(together).hasSameSizeAs(specs);
            for (int i = 0; i < specs.size(); i++) {
                RunResult alone = pipeline.run(table, specs.get(i), Monitor.none());
                RunResult one = together.get(i);
                assertThat(one.labels()).as("%s", specs.get(i)).isEqualTo(alone.labels());
                assertThat(one.warnings()).isEqualTo(alone.warnings());
                assertThat(one.scores().values().keySet())
                        .isEqualTo(alone.scores().values().keySet());
                alone.scores().values().forEach((name, value) -> assertThat(
                                one.scores().values().get(name))
                        .as("%s of %s", name, one.labels())
                        .isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value)))));
            }
        }
    }

    @Test
    void manyClusteringsThatShareNothingAreScoredInSeveralPasses() {
        FeatureTable table = table(60);
        List<RunSpec> specs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            specs.add(spec(new ClusteringSpec.KMeans(200, 1, seed)));
        }
        try (Workers workers = new Workers(2)) {
            Pipeline pipeline = new Pipeline(workers);

            List<RunResult> together = pipeline.runAll(table, specs, null, Monitor.none());

            for (int i = 0; i < specs.size(); i++) {
                assertThat(together.get(i).scores().get(ScoreName.SILHOUETTE).orElseThrow())
                        .isCloseTo(
                                pipeline.run(table, specs.get(i), Monitor.none())
                                        .scores()
                                        .get(ScoreName.SILHOUETTE)
                                        .orElseThrow(),
                                within(1e-12));
            }
        }
    }

    @Test
    void aSampleIsScoredUnderAnotherNameAndIsCloseToTheExactScore() {
        FeatureTable table = table(60);
        RunSpec spec = spec(new ClusteringSpec.KMeans(3, 3, 1));
        ScoreName sampled = new ScoreName(Metric.SILHOUETTE_SAMPLED, Space.CLUSTERED);
        try (Workers workers = new Workers(2)) {
            RunResult exact = new Pipeline(workers).run(table, spec.scoredUpTo(3600), Monitor.none());
            RunResult some = new Pipeline(workers).run(table, spec.scoredUpTo(1000), Monitor.none());

            assertThat(exact.scores().get(sampled)).isEmpty();
            assertThat(exact.warnings()).isEmpty();
            assertThat(some.scores().get(ScoreName.SILHOUETTE)).isEmpty();
            assertThat(some.scores().get(sampled).orElseThrow())
                    .isCloseTo(exact.scores().get(ScoreName.SILHOUETTE).orElseThrow(), within(0.03));
            assertThat(some.warnings()).singleElement().asString().contains("1000 of 3600 slices", "seed 42");
            assertThat(some.labels()).isEqualTo(exact.labels());
        }
    }
}
