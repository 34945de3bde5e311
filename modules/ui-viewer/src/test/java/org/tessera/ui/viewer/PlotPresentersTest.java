// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.charts.LinePlot;
import org.tessera.charts.ScatterPlot;
import org.tessera.charts.ScoreCurves;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.ui.testing.Bench;

class PlotPresentersTest {
    @TempDir
    Path folder;

    private final List<Optional<LinePlot>> curves = new ArrayList<>();
    private final List<Optional<ScatterPlot>> scatters = new ArrayList<>();
    private String of = "";
    private Bench bench;
    private ScoresPresenter scores;
    private ScatterPresenter scatter;
    private String said = "";

    @BeforeEach
    void open() {
        bench = new Bench(folder).open();
        scores = new ScoresPresenter(bench.workbench(), ScoreCurves.Axis.SLICES, (plot, score, what) -> {
            curves.add(plot);
            of = what;
        });
        scatter = new ScatterPresenter(bench.workbench(), (plot, sentence) -> {
            scatters.add(plot);
            said = sentence;
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Optional<LinePlot> curve() {
        return curves.get(curves.size() - 1);
    }

    @Test
    void aSweepHasALineWithAPointForEachRun() {
        bench.withTiles("tiles", 2).withSweep(List.of(4, 6, 8), 2);

        assertThat(of).isEqualTo("Sweep 1");
        assertThat(curve()).hasValueSatisfying(plot -> {
            assertThat(plot.series()).singleElement().satisfies(line -> {
                assertThat(line.name()).isEqualTo("k = 2");
                assertThat(line.points()).extracting(LinePlot.Point::x).containsExactly(4.0, 6.0, 8.0);
            });
            assertThat(plot.yLabel()).isEqualTo("Silhouette, clustered space");
            assertThat(plot.best()).isPresent();
            assertThat(plot.selected().orElseThrow().run())
                    .isEqualTo(bench.state().run());
        });
    }

    @Test
    void oneRunMakesNoCurve() {
        bench.withTiles("tiles", 2).withRun(6, 2);

        assertThat(curve()).isEmpty();
    }

    @Test
    void anotherScoreIsChosenForAllPlots() {
        bench.withTiles("tiles", 2).withSweep(List.of(6, 8), 2);

        scores.choose(new ScoreName(Metric.DAVIES_BOULDIN, Space.RAW_FEATURES));
        bench.settle();

        assertThat(bench.state().score().id()).isEqualTo("davies_bouldin_raw_features");
        assertThat(curve().orElseThrow().title()).contains("Davies–Bouldin, raw statistics", "lower is better");
    }

    @Test
    void clickingAPointOpensItsRun() {
        bench.withTiles("tiles", 2).withSweep(List.of(6, 8), 2);

        scores.open(1);

        assertThat(bench.state().run()).isEqualTo(1);
        assertThat(curve().orElseThrow().selected().orElseThrow().run()).isEqualTo(1);
    }

    @Test
    void theScatterHasADotForEachSliceInItsCluster() {
        bench.withTiles("tiles", 2).withRun(6, 2);

        ScatterPlot plot = scatters.get(scatters.size() - 1).orElseThrow();
        assertThat(plot.dots()).hasSize(72);
        assertThat(plot.xLabel()).startsWith("PC 1 (").endsWith("% of variance)");
        assertThat(plot.dots()).extracting(ScatterPlot.Dot::cluster).containsOnly(0, 1);
    }

    @ParameterizedTest
    @EnumSource(EmbeddingMethod.class)
    void theSlicesAreSeenByAnotherMethodOnceItIsComputedAndOnlyOnce(EmbeddingMethod method) {
        bench.withTiles("tiles", 2).withRun(6, 2);

        scatter.choose(method);
        assertThat(said).contains("is being computed");
        bench.settle();

        ScatterPlot plot = scatters.get(scatters.size() - 1).orElseThrow();
        assertThat(plot.dots()).hasSize(72);
        assertThat(plot.xLabel()).isEqualTo(method.label() + " 1");
        scatter.choose(null);
        scatter.choose(method);
        assertThat(scatters.get(scatters.size() - 1)).contains(plot);
    }

    @Test
    void anotherRunMeanwhileShowsThatRun() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(5, 2);

        scatter.choose(EmbeddingMethod.UMAP);
        bench.workbench().session().selectRun(1);
        bench.settle();

        ScatterPlot plot = scatters.get(scatters.size() - 1).orElseThrow();
        assertThat(plot.title()).isEqualTo("Run 1");
        assertThat(plot.dots()).hasSize(72);
    }
}
