// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import java.util.concurrent.CancellationException;

/**
 * What is running: progress out, cancellation in. Passed beside a spec, never inside it. Implementations are called
 * from worker threads.
 */
public interface Monitor {
    /**
     * @param fraction share of the work done, 0..1
     * @param what what is being done, a few words
     */
    void progress(double fraction, String what);

    /** True once the user has asked to stop. */
    boolean cancelled();

    /** True once the user has asked to stop what can be taken up again later. */
    default boolean paused() {
        return false;
    }

    /** @throws CancellationException once the user has asked to stop; loops call this at least every 100 ms */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** A monitor whose 0..1 is {@code from..to} of this one. */
    default Monitor part(double from, double to) {
        Monitor whole = this;
        return new Monitor() {
            @Override
            public void progress(double fraction, String what) {
                whole.progress(from + (to - from) * fraction, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public boolean paused() {
                return whole.paused();
            }
        };
    }

    /** This monitor, which tells the same of whatever is being done: for steps of something that has a name. */
    default Monitor named(String what) {
        Monitor whole = this;
        return new Monitor() {
            @Override
            public void progress(double fraction, String step) {
                whole.progress(fraction, what);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public boolean paused() {
                return whole.paused();
            }
        };
    }

    /** A monitor that reports nowhere and is cancelled with this one: for steps too short to be told of. */
    default Monitor quiet() {
        Monitor whole = this;
        return new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }

            @Override
            public boolean paused() {
                return whole.paused();
            }
        };
    }

    /** Reports nowhere and is never cancelled. */
    static Monitor none() {
        return new Monitor() {
            @Override
            public void progress(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
