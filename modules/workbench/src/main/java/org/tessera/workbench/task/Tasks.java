// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.task;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.util.RequestProcessor;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/** Runs long work in the background and tells its end on the user interface's thread. */
public final class Tasks {
    private static final Logger LOG = Logger.getLogger(Tasks.class.getName());

    private final Executor background;
    private final Executor ui;
    private final List<Task> running = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Tasks on given threads.
     *
     * @param background where the work runs; never interrupted
     * @param ui where its end is told, one at a time
     */
    public Tasks(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /** Tasks on threads of the platform. */
    public static Tasks ofPlatform(Executor ui) {
        return new Tasks(new RequestProcessor("Tessera", 4)::post, ui);
    }

    /** Work that takes a while. */
    public interface Work<T> {
        /** Called once, in the background. */
        T run(Monitor monitor);
    }

    /** Starts work that the user sees and can cancel. */
    public <T> Task start(String name, Work<T> work, Consumer<Outcome<T>> end) {
        Task task = new Task(name, System::nanoTime, this::changed);
        running.add(task);
        changed();
        background.execute(() -> {
            Outcome<T> outcome = outcome(name, work, task);
            running.remove(task);
            changed();
            ui.execute(() -> end.accept(outcome));
        });
        return task;
    }

    /** Starts work that nobody waits for, such as looking whether the store has changed; it too can be cancelled. */
    public <T> Task quietly(String name, Work<T> work, Consumer<Outcome<T>> end) {
        Task task = new Task(name, System::nanoTime, () -> {});
        background.execute(() -> {
            Outcome<T> outcome = outcome(name, work, task);
            ui.execute(() -> end.accept(outcome));
        });
        return task;
    }

    private static <T> Outcome<T> outcome(String name, Work<T> work, Monitor monitor) {
        try {
            return new Outcome.Done<>(work.run(monitor));
        } catch (CancellationException e) {
            return new Outcome.Cancelled<>();
        } catch (ProblemException e) {
            // what a person typed wrongly needs no trace; what broke underneath does
            LOG.log(Level.INFO, e.getCause(), () -> name + ": " + e.getMessage());
            String message = e.getMessage();
            return new Outcome.Failed<>(message == null ? "It failed." : message, true);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, name, e);
            return new Outcome.Failed<>(name + " failed unexpectedly (" + e + "); the log has the details.", false);
        }
    }

    /** What runs now, oldest first. */
    public List<Task> running() {
        return List.copyOf(running);
    }

    /** Waits until nothing that was started runs any more, or the time is over. */
    public void awaitEnd(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!running.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Tells of starts, progress and ends, on the user interface's thread, several at once as one. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        if (told.compareAndSet(false, true)) {
            ui.execute(() -> {
                told.set(false);
                listeners.forEach(Runnable::run);
            });
        }
    }
}
