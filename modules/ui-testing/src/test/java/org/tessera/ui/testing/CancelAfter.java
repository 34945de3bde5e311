// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import java.util.function.Consumer;
import org.tessera.workbench.task.Task;

/** Cancels a sweep while it runs, from another thread, as a user does. */
final class CancelAfter {
    private CancelAfter() {}

    /** Runs the bench until the end; once the task says that it makes run {@code count + 1}, cancels it. */
    static void runs(Task task, Bench bench, int count) {
        runs(task, bench, count, Task::cancel);
    }

    /** The same with another way to stop. */
    static void runs(Task task, Bench bench, int count, Consumer<Task> stop) {
        String wanted = "run " + (count + 1) + " of";
        Thread watcher = new Thread(() -> {
            while (!task.progress().what().startsWith(wanted) && task.progress().fraction() < 1) {
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
}
