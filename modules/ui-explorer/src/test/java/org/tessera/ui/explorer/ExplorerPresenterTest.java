// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.report.ReportContents;
import org.tessera.store.NewSweep;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;
import org.tessera.store.Store;
import org.tessera.ui.testing.Bench;

class ExplorerPresenterTest extends ExplorerBench {
    @Test
    void anEmptyStoreIsSaidToBeEmpty() {
        assertThat(screen.empty).isTrue();

        bench.withTiles("tiles", 2);

        assertThat(screen.empty).isFalse();
    }

    @Test
    void projectsHoldImageSetsAndExperimentsWithSweepsAndRuns() {
        bench.withTiles("tiles", 2).withRun(6, 2).withSweep(List.of(4, 8), 2);

        assertThat(screen.lines().stream().map(line -> line.replaceAll("0\\.\\d{3}", "0.###")))
                .containsExactly(
                        "Crystals | ",
                        "  tiles | 1 × 2",
                        "  First look | 3 runs",
                        "    1 · 6 × 6, k 2 | 0.###",
                        "    Sweep 1 | 2 runs",
                        "      2 · 4 × 4, k 2 | 0.###",
                        "      3 · 8 × 8, k 2 | 0.###");
        assertThat(screen.selected).isIn("run:1/2", "run:1/3");
    }

    @Test
    void aRunThatASweepFoundKnownStandsUnderItTooAndIsSelectedThere() {
        bench.withTiles("tiles", 2).withSweep(List.of(6), 2).withSweep(List.of(6, 8), 2);

        assertThat(screen.lines().stream().map(line -> line.replaceAll("0\\.\\d{3}", "0.###")))
                .endsWith(
                        "    Sweep 1 | 1 run",
                        "      1 · 6 × 6, k 2 | 0.###",
                        "    Sweep 2 | 2 runs",
                        "      1 · 6 × 6, k 2 | 0.###",
                        "      2 · 8 × 8, k 2 | 0.###");

        ExplorerNode copy = screen.find("run:2/1");
        presenter.selected(copy, List.of(copy));

        assertThat(screen.selected).isEqualTo("run:2/1");
        assertThat(bench.state().run()).isEqualTo(1);
        assertThat(bench.state().sweep()).isEqualTo(2);
    }

    @Test
    void aStoppedSweepSaysSoAndIsResumed() {
        bench.withTiles("tiles", 2);
        try (Store elsewhere = Store.openExisting(bench.store())) {
            NewSweep sweep = new NewSweep(
                    UUID.randomUUID(),
                    Bench.placement(),
                    bench.state().snapshot().imageSets().get(0).set(),
                    false,
                    Bench.sweepSpec(List.of(4, 6, 8), 2).expand().stream()
                            .map(SpecParameters::of)
                            .toList(),
                    Instant.parse("2026-11-24T12:00:00Z"));
            elsewhere
                    .sweeps()
                    .end(elsewhere.sweeps().begin(sweep), Status.CANCELLED, Instant.parse("2026-11-24T12:01:00Z"));
        }
        bench.workbench().look();
        bench.settle();
        ExplorerNode stopped = screen.find("sweep:1");
        assertThat(stopped.text()).isEqualTo("Sweep 1, cancelled");
        assertThat(stopped.detail()).isEqualTo("0 of 3");

        assertThat(ExplorerPresenter.resumable(stopped)).isTrue();
        presenter.resume(stopped);
        bench.settle();

        assertThat(ExplorerPresenter.resumable(screen.find("sweep:1"))).isFalse();
        assertThat(bench.state().snapshot().runsOfSweep(1)).hasSize(3);
    }

    @Test
    void aRunIsRepeatedAndSeveralHaveAConsensus() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(6, 3);

        presenter.repeat(bench.state().snapshot().run(1).orElseThrow());
        bench.settle();
        assertThat(screen.told).startsWith("Run 1: ARI ").contains("20 repetitions by seeds");
        bench.workbench().session().chooseRuns(Set.of(1L, 2L), 1);
        presenter.consensus();
        bench.settle();

        assertThat(screen.told).startsWith("Recorded as run 3.");
        assertThat(bench.state().run()).isEqualTo(3);
        assertThat(bench.state().details().measured().orElseThrow().kept()).containsOnlyKeys("entropy");
        assertThat(screen.find("run:3").text()).contains("consensus of 2 runs");
        bench.workbench().session().selectRun(1);
        bench.settle();
        assertThat(bench.state().details().measured().orElseThrow().kept()).containsOnlyKeys("consistency");
    }

    @Test
    void theFilterKeepsMatchingLinesWithWhatLiesAboveThem() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 3);

        presenter.filter("8 × 8");

        assertThat(screen.expanded).isTrue();
        assertThat(screen.lines()).hasSize(3);
        assertThat(screen.lines().get(2)).startsWith("    2 · 8 × 8, k 3");

        presenter.filter("");
        assertThat(screen.lines()).hasSize(5);
    }

    @Test
    void aFilterThatMatchesNothingIsNotAnEmptyStore() {
        bench.withTiles("tiles", 2);

        presenter.filter("no such thing");

        assertThat(screen.lines()).isEmpty();
        assertThat(screen.empty).isFalse();
    }

    @Test
    void selectingALineSelectsTheRunEverywhere() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 2);
        ExplorerNode first =
                screen.root.children().get(0).children().get(1).children().get(0);

        presenter.selected(first, List.of(first));

        assertThat(bench.state().run()).isEqualTo(1);
        assertThat(screen.selected).isEqualTo("run:1");
    }

    @Test
    void anotherScoreIsShownForEveryRun() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        String before = screen.lines().get(3);

        bench.workbench().session().selectScore(new ScoreName(Metric.CALINSKI_HARABASZ, Space.CLUSTERED));

        assertThat(screen.lines().get(3)).isNotEqualTo(before);
    }

    @Test
    void aDegenerateRunIsMarked() {
        bench.withTiles("tiles", 2).withRun(4, 2);

        ExplorerNode run =
                screen.root.children().get(0).children().get(1).children().get(0);
        assertThat(run.mark()).isEqualTo(ExplorerNode.Mark.DEGENERATE);
    }

    @Test
    void aRunIsStarredRenamedMovedAndDeletedAndAllOfThatIsUndone() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 2);
        bench.workbench().session().selectRun(1);
        RunRecord run = bench.state().snapshot().run(1).orElseThrow();
        List<String> before = screen.lines();
        presenter.star(true);
        bench.settle();
        assertThat(screen.lines().get(3)).startsWith("    1 · 6 × 6, k 2 ★");
        presenter.rename(run, "edges");
        presenter.move("Second look");
        bench.settle();
        assertThat(screen.lines()).anyMatch(line -> line.startsWith("    1 · edges ★"));
        assertThat(screen.lines()).contains("  Second look | 1 run", "  First look | 1 run");
        presenter.delete();
        bench.settle();
        assertThat(screen.lines()).noneMatch(line -> line.contains("edges"));
        assertThat(screen.done).isEqualTo("Run 1 deleted.");

        for (int i = 0; i < 4; i++) {
            presenter.undo();
            bench.settle();
        }
        assertThat(screen.lines()).containsAll(before);
        assertThat(screen.done).isEmpty();
    }

    @Test
    void aRunIsDraggedToAnotherExperimentOfItsProjectOnly() {
        bench.withTiles("tiles", 2).withRun(6, 2);
        presenter.move("Second look");
        bench.settle();
        List<ExplorerNode> lines = screen.root.children().get(0).children();

        assertThat(lines).extracting(ExplorerNode::text).containsExactly("tiles", "First look", "Second look");
        assertThat(presenter.canMove(lines.get(0))).isFalse();
        assertThat(presenter.canMove(lines.get(1))).isTrue();
        assertThat(presenter.canMove(lines.get(2))).as("it is there").isFalse();
    }

    @Test
    void theKeysOfWhatIsSelectedLeadToItsLine() {
        bench.withTiles("tiles", 2).withRun(6, 2).withSweep(List.of(4, 8), 2);
        ExplorerModel model = new ExplorerModel(screen.root);

        assertThat(model.path(ExplorerTree.pathsOf(bench.state()).get(0))
                        .orElseThrow()
                        .getLastPathComponent())
                .hasToString(screen.find(screen.selected).text());
        assertThat(model.path(List.of("project:Crystals", "experiment:Crystals/First look", "run:1")))
                .isPresent();
        assertThat(model.path(List.of("project:Crystals", "run:1"))).isEmpty();
        assertThat(model.path(List.of())).isEmpty();
    }

    @Test
    void severalRunsAreChosenInAllWindowsAndTaggedAndDeletedTogether() {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 2).withRun(5, 2);
        ExplorerNode first = screen.find("run:1");
        ExplorerNode second = screen.find("run:2");
        presenter.selected(first, List.of(first));
        presenter.selected(second, List.of(first, second));
        bench.settle();

        assertThat(bench.state().chosen()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(bench.state().run()).as("the one that was shown stays").isEqualTo(1);
        presenter.tag(List.of("both"));
        bench.settle();
        assertThat(bench.state().snapshot().runs())
                .filteredOn(run -> run.tags().contains("both"))
                .extracting(RunRecord::id)
                .containsExactly(1L, 2L);
        assertThat(screen.all).as("both stay selected").containsExactly("run:1", "run:2");
        presenter.delete();
        bench.settle();
        assertThat(screen.done).isEqualTo("2 runs deleted.");
        assertThat(bench.state().chosen()).isEmpty();
        presenter.undo();
        bench.settle();
        assertThat(bench.state().snapshot().runs()).hasSize(3);
    }

    @Test
    void linesBelowASweepAreMadeOnlyWhenTheyAreAskedFor() {
        bench.withTiles("tiles", 2).withSweep(List.of(4, 6, 8), 2);
        List<String> made = new ArrayList<>();
        ExplorerNode lazy =
                ExplorerNode.of(ExplorerNode.Kind.SWEEP, 1, "1", "Sweep 1", "", ExplorerNode.Mark.NONE, () -> {
                    made.add("now");
                    return List.of();
                });

        assertThat(new ExplorerModel(lazy).isLeaf(lazy)).isFalse();
        assertThat(made).isEmpty();
        assertThat(lazy.children()).isEmpty();
        assertThat(lazy.children()).isEmpty();
        assertThat(made).hasSize(1);
    }

    @Test
    void aReportIsOnTheChosenRunsOrOnAllOfTheSelectedSweep() {
        bench.withTiles("tiles", 2);
        assertThat(presenter.reportable()).isEmpty();
        bench.withRun(6, 2).withSweep(List.of(4, 8), 2);
        bench.workbench().session().chooseRuns(Set.of(1L, 3L), 1);

        ReportContents chosen = presenter.reportable().orElseThrow();
        assertThat(chosen.title()).isEqualTo("2 runs");
        assertThat(chosen.shown()).extracting(RunRecord::id).containsExactly(1L, 3L);
        assertThat(chosen.compared()).isEqualTo(chosen.shown());

        bench.workbench().session().selectImageSet(1);
        bench.workbench().session().selectSweep(1);
        ReportContents sweep = presenter.reportable().orElseThrow();
        assertThat(sweep.title()).isEqualTo("Sweep 1");
        assertThat(sweep.shown()).as("the best by itself").hasSize(1);
        assertThat(sweep.compared()).extracting(RunRecord::id).containsExactly(2L, 3L);
        assertThat(presenter.reportable(screen.find("run:1"))).isEmpty();
    }
}
