// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.task;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest counts, such as following a slider: one piece runs at a time, a newer one stops it, and what
 * was overtaken is never told. User interface's thread.
 */
public final class Newest<T> {
    private final Tasks tasks;
    private final String name;
    private final Consumer<Outcome<T>> end;
    private @Nullable Task running;
    private Tasks.@Nullable Work<T> waiting;
    private boolean wanted;

    /**
     * @param name of the work, for the log
     * @param end told how the newest work ended, unless it was overtaken or dropped
     */
    public Newest(Tasks tasks, String name, Consumer<Outcome<T>> end) {
        this.tasks = tasks;
        this.name = name;
        this.end = end;
    }

    /** Asks for work, in place of what was asked before. */
    public void request(Tasks.Work<T> work) {
        wanted = true;
        Task now = running;
        if (now == null) {
            start(work);
        } else {
            waiting = work;
            now.cancel();
        }
    }

    /** Drops what was asked for. */
    public void drop() {
        wanted = false;
        waiting = null;
        Task now = running;
        if (now != null) {
            now.cancel();
        }
    }

    /** Whether something was asked for that has not ended. */
    public boolean busy() {
        return wanted;
    }

    private void start(Tasks.Work<T> work) {
        running = tasks.quietly(name, work, this::ended);
    }

    private void ended(Outcome<T> outcome) {
        running = null;
        Tasks.Work<T> next = waiting;
        waiting = null;
        if (next != null) {
            start(next);
        } else if (wanted) {
            wanted = false;
            end.accept(outcome);
        }
    }
}
