// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.task;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.tessera.engine.task.Monitor;

/** Long work that has been started. Any thread. */
public final class Task implements Monitor {
    /**
     * How far it is.
     *
     * @param name of the work
     * @param fraction 0..1
     * @param what is being done
     * @param secondsLeft estimated, empty while unknown
     */
    public record Progress(String name, double fraction, String what, OptionalLong secondsLeft) {}

    private final String name;
    private final LongSupplier nanos;
    private final long start;
    private final Runnable changed;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean paused = new AtomicBoolean();
    private double fraction;
    private String what = "";

    Task(String name, LongSupplier nanos, Runnable changed) {
        this.name = name;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.changed = changed;
    }

    /** Asks it to stop; its end follows as {@link Outcome.Cancelled}. */
    public void cancel() {
        cancelled.set(true);
        changed.run();
    }

    /** Asks it to stop so that it can be taken up again; without effect on one that was cancelled before. */
    public void pause() {
        if (!cancelled.get()) {
            paused.set(true);
            cancel();
        }
    }

    @Override
    public boolean paused() {
        return paused.get();
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    @Override
    public void progress(double newFraction, String newWhat) {
        synchronized (this) {
            fraction = Math.max(fraction, Math.min(1, newFraction));
            what = newWhat;
        }
        changed.run();
    }

    /** How far it is now. */
    public synchronized Progress progress() {
        double seconds = (nanos.getAsLong() - start) / 1e9;
        OptionalLong left = fraction > 0.02 && seconds > 0.5
                ? OptionalLong.of(Math.round(seconds / fraction * (1 - fraction)))
                : OptionalLong.empty();
        return new Progress(name, fraction, cancelled.get() ? paused.get() ? "pausing" : "stopping" : what, left);
    }
}
