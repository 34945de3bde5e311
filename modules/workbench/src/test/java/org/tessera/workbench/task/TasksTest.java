// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.task.ProblemException;

class TasksTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, Runnable::run);
    private final List<Outcome<String>> ends = new ArrayList<>();

    @Test
    void workThatReturnsIsDone() {
        tasks.start("Work", monitor -> "result", ends::add);
        assertThat(tasks.running()).hasSize(1);

        background.remove().run();

        assertThat(ends).containsExactly(new Outcome.Done<>("result"));
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void workThatIsCancelledNeverLooksDone() {
        Task task = tasks.start(
                "Work",
                monitor -> {
                    monitor.check();
                    return "result";
                },
                ends::add);
        task.cancel();

        background.remove().run();

        assertThat(ends).containsExactly(new Outcome.Cancelled<>());
    }

    @Test
    void aProblemIsToldInItsOwnWords() {
        tasks.<String>start(
                "Work",
                monitor -> {
                    throw new ProblemException("The disk is full; make room.");
                },
                ends::add);

        background.remove().run();

        assertThat(ends).containsExactly(new Outcome.Failed<>("The disk is full; make room.", true));
    }

    @Test
    void aDefectIsToldTooAndMarkedUnexpected() {
        tasks.<String>start(
                "Work",
                monitor -> {
                    throw new IllegalStateException("broken");
                },
                ends::add);

        background.remove().run();

        assertThat(ends).singleElement().isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.expected()).isFalse();
            assertThat(failed.message()).contains("Work failed unexpectedly", "broken", "log");
        });
    }

    @Test
    void remainingTimeFollowsFromWhatIsDone() {
        long[] now = {0};
        Task task = new Task("Work", () -> now[0], () -> {});
        assertThat(task.progress().secondsLeft()).isEmpty();

        now[0] = 10_000_000_000L;
        task.progress(0.25, "half of half");

        assertThat(task.progress().fraction()).isEqualTo(0.25);
        assertThat(task.progress().secondsLeft()).hasValue(30);
        assertThat(task.progress().what()).isEqualTo("half of half");
    }

    @Test
    void progressNeverGoesBack() {
        Task task = new Task("Work", System::nanoTime, () -> {});
        task.progress(0.6, "later step");
        task.progress(0.2, "earlier step, on another thread");

        assertThat(task.progress().fraction()).isEqualTo(0.6);
    }

    @Test
    void progressToldManyTimesIsHeardOnce() {
        Deque<Runnable> ui = new ArrayDeque<>();
        Tasks slow = new Tasks(background::add, ui::add);
        int[] heard = {0};
        slow.addListener(() -> heard[0]++);
        Task task = slow.start("Work", monitor -> "", ends::add);
        for (int i = 0; i < 1000; i++) {
            task.progress(i / 1000.0, "step");
        }

        assertThat(ui).hasSize(1);
        ui.remove().run();
        assertThat(heard[0]).isEqualTo(1);
    }
}
