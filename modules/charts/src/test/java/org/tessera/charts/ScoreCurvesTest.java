// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;

class ScoreCurvesTest {
    private static final ScoreName DAVIES_BOULDIN = new ScoreName(Metric.DAVIES_BOULDIN, Space.CLUSTERED);

    private static ScoredRun run(long id, int grid, int clusters, double score, String... others) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grid", grid + "x" + grid);
        parameters.put("clusters", Integer.toString(clusters));
        parameters.put("pca", "true");
        for (int i = 0; i < others.length; i += 2) {
            parameters.put(others[i], others[i + 1]);
        }
        return new ScoredRun(id, parameters, OptionalInt.of(6), score, false);
    }

    private static LinePlot plot(List<ScoredRun> runs, ScoreName score, ScoreCurves.Axis axis) {
        return new ScoreCurves(runs, score, axis).plot(null).orElseThrow();
    }

    @Test
    void runsThatDifferInAnythingElseLieOnLinesOfTheirOwn() {
        LinePlot plot = plot(
                List.of(
                        run(1, 4, 2, 0.5, "algorithm", "kmeans"),
                        run(2, 8, 2, 0.6, "algorithm", "kmeans"),
                        run(3, 4, 2, 0.7, "algorithm", "hierarchical", "linkage", "ward"),
                        run(4, 8, 2, 0.8, "algorithm", "hierarchical", "linkage", "ward")),
                ScoreName.SILHOUETTE,
                ScoreCurves.Axis.SLICES);

        assertThat(plot.series())
                .extracting(LinePlot.Series::name)
                .containsExactly("k = 2, k-means", "k = 2, hierarchical, ward");
    }

    @Test
    void whatOnlyAnotherAlgorithmHasIsNotNamed() {
        List<ScoredRun> runs = List.of(
                run(1, 4, 2, 0.5, "algorithm", "kmeans", "restarts", "20", "seed", "42"),
                run(2, 8, 2, 0.6, "algorithm", "kmeans", "restarts", "20", "seed", "42"),
                run(3, 8, 2, 0.7, "algorithm", "dbscan", "restarts", "", "seed", ""));

        assertThat(plot(runs, ScoreName.SILHOUETTE, ScoreCurves.Axis.SLICES).series())
                .extracting(LinePlot.Series::name)
                .containsExactlyInAnyOrder("k = 2, k-means", "k = 2, DBSCAN");
    }

    @Test
    void theBestValueKnowsTheDirectionOfTheScore() {
        List<ScoredRun> runs = List.of(run(1, 4, 2, 0.9), run(2, 8, 2, 0.2), run(3, 12, 2, 0.5));

        assertThat(plot(runs, ScoreName.SILHOUETTE, ScoreCurves.Axis.SLICES).best())
                .hasValueSatisfying(best -> assertThat(best.run()).isEqualTo(1));
        assertThat(plot(runs, DAVIES_BOULDIN, ScoreCurves.Axis.SLICES).best())
                .hasValueSatisfying(best -> assertThat(best.run()).isEqualTo(2));
    }

    @Test
    void aDegenerateRunIsNeverNamedBest() {
        ScoredRun degenerate =
                new ScoredRun(1, Map.of("grid", "4x4", "clusters", "2"), OptionalInt.empty(), 0.99, true);

        LinePlot plot = plot(List.of(degenerate, run(2, 8, 2, 0.4)), ScoreName.SILHOUETTE, ScoreCurves.Axis.SLICES);

        assertThat(plot.best().orElseThrow().run()).isEqualTo(2);
        assertThat(plot.title()).contains("best 0.400, run 2");
    }

    @Test
    void inertiaHasNoBestValue() {
        LinePlot plot = plot(List.of(run(1, 4, 2, 9), run(2, 4, 3, 5)), ScoreName.INERTIA, ScoreCurves.Axis.CLUSTERS);

        assertThat(plot.best()).isEmpty();
    }

    @Test
    void ofManyLinesTheBestAreShownAndItSaysSo() {
        List<ScoredRun> runs = IntStream.range(0, 60)
                .mapToObj(i -> run(i + 1, 4 + 4 * (i % 2), 2 + i / 2, i / 100.0))
                .toList();

        LinePlot plot = new ScoreCurves(runs, ScoreName.SILHOUETTE, ScoreCurves.Axis.SLICES)
                .plot(1L)
                .orElseThrow();

        assertThat(plot.series()).hasSize(12);
        assertThat(plot.series().get(0).name()).as("the line in hand").isEqualTo("k = 2");
        assertThat(plot.series().get(11).name()).isEqualTo("k = 31");
        assertThat(plot.title()).endsWith("12 of 30 lines");
    }

    @Test
    void oneValueAlongTheAxisMakesNoPlot() {
        assertThat(new ScoreCurves(
                                List.of(run(1, 4, 2, 0.5), run(2, 4, 3, 0.6)),
                                ScoreName.SILHOUETTE,
                                ScoreCurves.Axis.SLICES)
                        .plot(null))
                .isEmpty();
    }

    @Test
    void everyRunHasAPlaceOfItsOwnOnTheComponent() {
        PlotComponent component = new PlotComponent();
        component.setSize(500, 260);
        component.setBackground(Color.WHITE);
        component.show(
                plot(
                        List.of(run(1, 4, 2, 0.5), run(2, 8, 2, 0.6), run(3, 4, 3, 0.3), run(4, 8, 3, 0.2)),
                        ScoreName.SILHOUETTE,
                        ScoreCurves.Axis.SLICES),
                PlotTheme.LIGHT);
        BufferedImage picture = new BufferedImage(500, 260, BufferedImage.TYPE_INT_RGB);
        component.paint(picture.getGraphics());

        Set<Point> places = new HashSet<>();
        for (long run = 1; run <= 4; run++) {
            places.add(component.placeOf(run).orElseThrow());
        }
        assertThat(places).hasSize(4).allSatisfy(place -> assertThat(place.x).isBetween(0, 499));
        assertThat(component.placeOf(5)).isEmpty();
    }

    @Test
    void aPlotThatIsTooSmallStillPaints() {
        PlotComponent component = new PlotComponent();
        component.setSize(20, 10);
        component.show(
                plot(List.of(run(1, 4, 2, 0.5), run(2, 8, 2, 0.6)), ScoreName.SILHOUETTE, ScoreCurves.Axis.SLICES),
                PlotTheme.DARK);

        component.paint(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB).getGraphics());
    }
}
