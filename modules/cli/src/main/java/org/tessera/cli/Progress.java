// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tessera.engine.task.Monitor;

/** Progress on standard error: a live bar on a terminal, a plain line every few seconds otherwise, nothing if quiet. */
final class Progress implements Monitor, AutoCloseable {
    private static final AtomicBoolean CANCELLED = new AtomicBoolean();
    private static final long LIVE_NANOS = 100_000_000L;
    private static final long PLAIN_NANOS = 3_000_000_000L;
    private static final int WIDTH = 28;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean live;
    private final String task;
    private final long start = System.nanoTime();
    private long shown = start;
    private double furthest;
    private boolean barOnScreen;

    Progress(PrintWriter err, boolean quiet, String task) {
        this.err = err;
        this.quiet = quiet;
        this.live = Boolean.getBoolean("tessera.terminal");
        this.task = task;
    }

    /** Called when the process is asked to end. */
    static void cancelAll() {
        CANCELLED.set(true);
    }

    @Override
    public boolean cancelled() {
        return CANCELLED.get();
    }

    @Override
    public synchronized void progress(double fraction, String what) {
        furthest = Math.max(furthest, Math.min(1, fraction));
        long now = System.nanoTime();
        if (quiet || now - shown < (live ? LIVE_NANOS : PLAIN_NANOS)) {
            return;
        }
        shown = now;
        double seconds = (now - start) / 1e9;
        String left =
                furthest > 0.02 ? String.format(Locale.ROOT, ", %.0f s left", seconds / furthest * (1 - furthest)) : "";
        String text = String.format(Locale.ROOT, "%s %3.0f %% %s%s", task, 100 * furthest, what, left);
        if (live) {
            int full = (int) Math.round(furthest * WIDTH);
            err.print("\r\u001b[K[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + text);
            err.flush();
            barOnScreen = true;
        } else {
            err.println(text);
        }
    }

    @Override
    public synchronized void close() {
        if (barOnScreen) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
