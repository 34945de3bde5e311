// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.compare.Disagreement;
import org.tessera.tracking.RunFamily;
import org.tessera.ui.testing.Bench;

class ComparePresenterTest {
    @TempDir
    Path folder;

    private Bench bench;
    private ComparePresenter presenter;
    private int shownAnew;

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2);
        presenter = new ComparePresenter(bench.workbench(), new ComparePresenter.View() {
            @Override
            public void show(CompareState state, boolean otherRuns) {
                shownAnew += otherRuns ? 1 : 0;
            }

            @Override
            public void showDetails() {}
        });
        presenter.setShowing(true);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void choose(Long... runs) {
        bench.workbench().session().chooseRuns(Set.of(runs), runs[0]);
        bench.settle();
    }

    private CompareState state() {
        return presenter.state();
    }

    private Compared run(int place) {
        return state().runs().get(place);
    }

    @Test
    void withLessThanTwoRunsItIsSaidWhatToDo() {
        bench.withRun(6, 2);

        assertThat(state().runs()).isEmpty();
        assertThat(state().sentence()).contains("Choose two to nine runs");
    }

    @Test
    void chosenRunsStandBesideEachOtherTheEarliestAsReference() {
        bench.withRun(6, 2).withRun(6, 3).withRun(4, 2);
        choose(3L, 1L, 2L);

        assertThat(state().runs()).extracting(one -> one.run().id()).containsExactly(1L, 2L, 3L);
        assertThat(state().mosaic()).isNotNull();
        assertThat(run(0).changed()).isEmpty();
        assertThat(run(0).alignment().matches()).containsExactly(0, 1);
        assertThat(run(1).alignment().matches()).hasSize(3).contains(-1);
        assertThat(run(1).changed()).isNotEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(state().rand().get(i).get(i)).isEqualTo(1);
            assertThat(state().rand().get(i).get(0))
                    .isEqualTo(state().rand().get(0).get(i));
        }
    }

    @Test
    void coloursFollowTheClustersOfTheReferenceAndWhatIsNewHasAnotherColour() {
        bench.withRun(6, 2).withRun(6, 3);
        choose(1L, 2L);

        ClusterColours reference = run(0).own();
        ClusterColours aligned = run(1).alignedTo(reference);
        List<Integer> matches = run(1).alignment().matches();
        for (int c = 0; c < 3; c++) {
            if (matches.get(c) >= 0) {
                assertThat(aligned.colour(c)).isEqualTo(reference.colour(matches.get(c)));
            } else {
                assertThat(reference.each())
                        .extracting(ClusterColours.Of::colour)
                        .doesNotContain(aligned.colour(c));
            }
        }
    }

    @Test
    void anotherRunCanBeTheReference() {
        bench.withRun(6, 2).withRun(6, 3);
        choose(1L, 2L);

        presenter.setReference(2);
        bench.settle();

        assertThat(state().runs()).extracting(one -> one.run().id()).containsExactly(2L, 1L);
        assertThat(run(1).alignment().matches()).hasSize(2).doesNotContain(-1);
    }

    @Test
    void aCellOfTheContingencySelectsItsSlicesInBothRuns() {
        bench.withRun(6, 2).withRun(6, 3);
        choose(1L, 2L);
        int shared = (int) run(1).partition().with(run(0).partition()).count(0, 0);

        presenter.selectShared(0, 0);

        assertThat(state().selected().get(2L))
                .hasSize(shared)
                .isEqualTo(state().selected().get(1L));
        presenter.selectNothing();
        assertThat(state().selected()).isEmpty();
        presenter.setPair(0, 1);
        assertThat(state().pair()).isEqualTo(new CompareState.Pair(0, 1));
        presenter.setPair(1, 1);
        assertThat(state().pair()).as("a run with itself says nothing").isEqualTo(new CompareState.Pair(0, 1));
    }

    @Test
    void ofDifferentGridsSlicesAreComparedWhereTheyLie() {
        bench.withRun(6, 2).withRun(12, 2);
        choose(1L, 2L);

        assertThat(run(1).details().slices()).hasSize(288);
        assertThat(run(1).differingShare()).isBetween(0.0, 0.2);
        presenter.selectShared(1, 1);
        assertThat(state().selected().get(2L))
                .hasSizeGreaterThan(state().selected().get(1L).size());
    }

    @Test
    void disagreementIsThatOfAllRunsButThoseThatAreDegenerate() {
        bench.withRun(6, 2).withRun(6, 3).withRun(6, 40);
        choose(1L, 2L, 3L);
        assertThat(run(2).run().degenerate()).isTrue();
        assertThat(state().leftOut()).isEmpty();

        presenter.setHeat(1, CompareState.DISAGREEMENT);

        assertThat(run(0).disagreement())
                .isEqualTo(Disagreement.of(run(0).partition(), List.of(run(1).partition())))
                .contains(0.0, 1.0);
        assertThat(PaneState.of(state(), 0).heat().values()).isEqualTo(run(0).disagreement());
        assertThat(PaneState.of(state(), 1).heat()).isNull();
        assertThat(state().leftOut()).isEqualTo("Disagreement leaves out 3: it is degenerate");
        presenter.setHeat(1, null);
        assertThat(state().leftOut()).isEmpty();
    }

    @Test
    void nothingIsComparedWhileTheWindowIsHiddenAndOfMoreThanNineRunsItIsSaidWhichAreAlike() {
        presenter.setShowing(false);
        bench.withRun(6, 2).withRun(6, 3);
        choose(1L, 2L);
        assertThat(state().runs()).isEmpty();
        presenter.setShowing(true);
        bench.settle();
        assertThat(state().runs()).hasSize(2);
        int before = shownAnew;
        presenter.setAligned(false);
        presenter.setDifferences(true);
        assertThat(shownAnew).as("the zoom stays").isEqualTo(before);

        bench.withSweep(List.of(3, 4, 5, 7, 8, 9, 10, 11, 12), 2);
        bench.workbench()
                .session()
                .chooseRuns(LongStream.rangeClosed(1, 10).boxed().collect(Collectors.toSet()), 1);
        bench.settle();
        assertThat(state().alike().runs()).hasSize(10);
        assertThat(state().alike().similarity().order()).hasSize(10);
        presenter.choose(2, 1);
        bench.settle();
        assertThat(bench.state().chosen()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(state().alike()).isNull();
        assertThat(state().runs()).hasSize(2);
    }

    @Test
    void theRunsOfAFamilyAreChosenAtOnce() {
        bench.withSweep(List.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 2);
        choose(LongStream.rangeClosed(1, 10).boxed().toArray(Long[]::new));
        CompareState.Alike alike = state().alike();
        assertThat(alike.sentence())
                .startsWith("10 runs make " + alike.families().size() + " partitions; ");

        RunFamily family = new RunFamily(
                "A", alike.runs().subList(4, 7), Optional.of(alike.runs().get(5)), Map.of());
        presenter.choose(family);
        bench.settle();

        assertThat(bench.state().chosen()).containsExactlyInAnyOrder(5L, 6L, 7L);
        assertThat(bench.state().run()).isEqualTo(6L);
        assertThat(state().runs()).hasSize(3);
    }
}
