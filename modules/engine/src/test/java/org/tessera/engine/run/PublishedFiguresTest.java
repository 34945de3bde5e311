// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.testing.Shared;

/** The figures the method's author published, from his own table; see {@code reference/README.md}. */
class PublishedFiguresTest {
    private static final ScoreName RAW = new ScoreName(Metric.SILHOUETTE, Space.RAW_FEATURES);
    private static final ScoreName STANDARDIZED = new ScoreName(Metric.SILHOUETTE, Space.STANDARDIZED);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void completeLinkageGivesThePublishedSilhouettes(boolean pca) {
        RunResult result = run(pca, new ClusteringSpec.Hierarchical(3, Linkage.COMPLETE));

        assertThat(result.scores().get(RAW).orElseThrow()).isCloseTo(0.7100243618056425, within(1e-9));
        assertThat(result.scores().get(STANDARDIZED).orElseThrow()).isCloseTo(0.5543189694833234, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void kMeansFallsIntoOneOfTheTwoPublishedOptima(boolean pca) {
        RunResult result = run(pca, new ClusteringSpec.KMeans(3, 20, 42));

        double inertia = result.scores().get(ScoreName.INERTIA).orElseThrow();
        boolean lower = Math.abs(inertia - 208.345) < 1e-3;
        assertThat(inertia).isCloseTo(lower ? 208.345 : 209.139, within(1e-3));
        assertThat(result.scores().get(RAW).orElseThrow())
                .isCloseTo(lower ? 0.3834680571101721 : 0.3732994909365581, within(1e-9));
        assertThat(result.scores().get(STANDARDIZED).orElseThrow())
                .isCloseTo(lower ? 0.5251916981567151 : 0.5272951661091292, within(1e-9));
    }

    private static RunResult run(boolean pca, ClusteringSpec clustering) {
        FeatureTable table =
                FeatureTableCsv.read(Shared.require().resolve("reference/published_tileset7_4x4_features.csv"));
        List<String> six = List.of("mean", "std", "kurtosis", "skewness", "mode_notebook", "std_over_mean");
        assertThat(table.statistics()).containsExactlyElementsOf(six);
        try (Workers workers = new Workers(1)) {
            return new Pipeline(workers)
                    .run(table, new RunSpec(null, six, true, pca, OptionalInt.empty(), clustering), Monitor.none());
        }
    }
}
