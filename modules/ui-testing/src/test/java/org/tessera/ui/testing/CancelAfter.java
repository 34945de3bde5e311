// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.testing;

import org.tessera.workbench.task.Task;

/** Cancels a sweep while it runs, from another thread, as a user does. */
final class CancelAfter {
    private CancelAfter() {}

    /** Runs the bench until the end; once the task says that it makes run {@code count + 1}, cancels it. */
    static void runs(Task task, Bench bench, int count) {
        String wanted = "run " + (count + 1) + " of";
        Thread watcher = new Thread(() -> {
            while (!task.progress().what().startsWith(wanted) && task.progress().fraction() < 1) {
                Thread.onSpinWait();
            }
            task.cancel();
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
