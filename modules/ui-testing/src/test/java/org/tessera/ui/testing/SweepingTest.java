// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.store.Status;
import org.tessera.store.SweepRecord;
import org.tessera.workbench.Sweeping;
import org.tessera.workbench.task.Task;

class SweepingTest {
    /** So many that they cannot be done before the stop comes. */
    private static final List<Integer> GRIDS =
            IntStream.rangeClosed(2, 40).boxed().toList();

    @TempDir
    Path folder;

    private Bench bench;
    private final List<String> ends = new ArrayList<>();
    private final Sweeping.End end =
            Sweeping.End.of(outcome -> ends.add("done " + outcome.runs().size()), sweep -> ends.add("paused " + sweep));

    @BeforeEach
    void open() {
        bench = new Bench(folder).open().withTiles("tiles", 2);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Task start() {
        return bench.workbench().sweeping().start(bench.images(), Bench.sweepSpec(GRIDS, 2), Bench.placement(), end);
    }

    private SweepRecord sweep() {
        return bench.state().snapshot().sweeps().get(0);
    }

    @Test
    void aCancelledSweepIsCalledCancelledAndKeepsWhatWasRecorded() {
        CancelAfter.runs(start(), bench, 2);

        assertThat(sweep().status()).isEqualTo(Status.CANCELLED);
        assertThat(bench.state().snapshot().runs()).hasSizeBetween(1, 38).allSatisfy(run -> assertThat(run.status())
                .isEqualTo(Status.DONE));
        assertThat(ends).isEmpty();
    }

    @Test
    void aPausedSweepIsCalledPausedAndIsWholeWhenItIsResumed() {
        CancelAfter.runs(start(), bench, 2, Task::pause);

        assertThat(ends).containsExactly("paused 1");
        assertThat(sweep().status()).isEqualTo(Status.PAUSED);
        assertThat(bench.state().snapshot().runs()).hasSizeBetween(1, 38);

        bench.workbench().sweeping().resume(1, end);
        bench.settle();

        assertThat(ends).containsExactly("paused 1", "done 39");
        assertThat(sweep().status()).isEqualTo(Status.DONE);
        assertThat(bench.state().snapshot().runsOfSweep(1)).hasSize(39);
        assertThat(bench.problems()).isEmpty();
    }

    @Test
    void aSweepThatIsCancelledCannotBePausedAfterwards() {
        CancelAfter.runs(start(), bench, 2, task -> {
            task.cancel();
            task.pause();
        });

        assertThat(sweep().status()).isEqualTo(Status.CANCELLED);
        assertThat(ends).isEmpty();
    }

    @Test
    void aSweepWhoseImagesAreGoneIsNotResumedButStaysPaused() throws IOException {
        CancelAfter.runs(start(), bench, 2, Task::pause);
        Files.delete(folder.resolve("tiles/Tile_001-001.tif"));

        bench.workbench().sweeping().resume(1, end);
        bench.settle();

        assertThat(bench.problems()).singleElement().asString().contains("Tile_001-001.tif");
        assertThat(sweep().status()).isEqualTo(Status.PAUSED);
        assertThat(ends).containsExactly("paused 1");
    }
}
