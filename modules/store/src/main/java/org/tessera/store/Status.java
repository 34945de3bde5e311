// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.Locale;

/** Where a run or sweep stands. */
public enum Status {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    PAUSED,
    INTERRUPTED;

    /** The word stored and shown. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Status ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
