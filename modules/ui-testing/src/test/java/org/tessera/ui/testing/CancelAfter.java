// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tessera.workbench.task.Task;

/** Cancels a sweep while it runs, from another thread, as a user does. */
final class CancelAfter {
    private static final Pattern RUN = Pattern.compile("run (\\d+)");

    private CancelAfter() {}

    /** Runs the bench until the end; once the task says that it makes run {@code count + 1}, cancels it. */
    static void runs(Task task, Bench bench, int count) {
        runs(task, bench, count, Task::cancel);
    }

    /** The same with another way to stop. */
    static void runs(Task task, Bench bench, int count, Consumer<Task> stop) {
        Thread watcher = new Thread(() -> {
            while (run(task.progress().what()) <= count && task.progress().fraction() < 1) {
                Thread.onSpinWait();
            }
            stop.accept(task);
        });
        watcher.start();
        bench.settle();
        bench.workbench().look();
        bench.settle();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Which run is being made; 0 before the first. A watcher on a busy machine may miss one. */
    private static int run(String what) {
        Matcher number = RUN.matcher(what);
        return number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
    }
}
