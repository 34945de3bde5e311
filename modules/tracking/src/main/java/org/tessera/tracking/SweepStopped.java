// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.concurrent.CancellationException;

/** A sweep was cancelled or paused; what it has recorded stays, and {@link Tracker#resume} makes the rest. */
public final class SweepStopped extends CancellationException {
    private static final long serialVersionUID = 1L;

    private final long sweep;

    SweepStopped(long sweep, CancellationException cause) {
        super("Sweep " + sweep + " was cancelled.");
        this.sweep = sweep;
        initCause(cause);
    }

    /** Number of the sweep. */
    public long sweep() {
        return sweep;
    }
}
