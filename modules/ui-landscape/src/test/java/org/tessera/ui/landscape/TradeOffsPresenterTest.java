// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.charts.ParallelPlot;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.tracking.landscape.ParameterEffect;
import org.tessera.tracking.landscape.VaryingParameter;
import org.tessera.ui.testing.Bench;

class TradeOffsPresenterTest {
    @TempDir
    Path folder;

    private Bench bench;
    private TradeOffsPresenter presenter;
    private TradeOffsState shown = TradeOffsState.EMPTY;
    private List<ParameterEffect> effects = List.of();
    private String instead = "";

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2);
        presenter = new TradeOffsPresenter(bench.workbench(), new TradeOffsPresenter.View() {
            @Override
            public void show(TradeOffsState state) {
                shown = state;
            }

            @Override
            public void showEffects(List<ParameterEffect> judged, String sentence) {
                effects = judged;
                instead = sentence;
            }
        });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void fourRuns() {
        bench.withRun(4, 2).withRun(6, 2).withRun(4, 3).withRun(6, 3);
        presenter.setShowing(true);
        bench.settle();
    }

    @Test
    void theFrontFollowsTheScoresThatAreChosen() {
        fourRuns();
        assertThat(shown.front().runs()).hasSize(4);
        assertThat(shown.front().front()).isNotEmpty();
        assertThat(shown.varying()).extracting(VaryingParameter::name).containsExactly("grid", "clusters");

        ScoreName second = new ScoreName(Metric.CALINSKI_HARABASZ, Space.CLUSTERED);
        presenter.chooseSecond(second);
        presenter.chooseFirst(TradeOffsState.SECOND);
        bench.settle();

        assertThat(shown.front().one()).isEqualTo(TradeOffsState.SECOND);
        assertThat(shown.front().other()).isEqualTo(second);
        assertThat(bench.state().score()).as("the first is that of all windows").isEqualTo(TradeOffsState.SECOND);
    }

    @Test
    void runsOfTheFrontAreChosenTogetherEverywhere() {
        fourRuns();

        presenter.choose(List.of(1L, 3L));
        assertThat(bench.state().chosen()).containsExactlyInAnyOrder(1L, 3L);
        presenter.open(2);
        assertThat(shown.selected()).isEqualTo(2);
    }

    @Test
    void effectsAreComputedOnceTheyAreLookedAt() {
        fourRuns();
        assertThat(effects).isEmpty();

        presenter.setWantsEffects(true);
        assertThat(instead).contains("Comparing");
        bench.settle();

        assertThat(instead).isEmpty();
        assertThat(effects)
                .extracting(effect -> effect.parameter().name())
                .containsExactlyInAnyOrder("grid", "clusters");
        assertThat(effects).allSatisfy(effect -> {
            assertThat(effect.groups()).isEqualTo(2);
            assertThat(effect.rand()).isBetween(-1.0, 1.0);
        });
    }

    @Test
    void everyRunIsALineThatABrushHoldsOrNot() {
        fourRuns();

        ParallelPlot plot = ParallelRuns.of(shown);

        assertThat(plot.axes()).extracting(ParallelPlot.Axis::label).startsWith("grid", "clusters");
        assertThat(plot.axes()).hasSize(4);
        assertThat(plot.lines()).extracting(line -> line.at().get(0)).containsExactly(0.0, 1.0, 0.0, 1.0);
        assertThat(plot.lines().stream()
                        .filter(line -> line.through(Arrays.asList(new ParallelPlot.Brush(0.5, 1), null))))
                .extracting(ParallelPlot.Line::run)
                .containsExactly(2L, 4L);
    }
}
