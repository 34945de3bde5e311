// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;

/**
 * A run that was asked for.
 *
 * @param run as recorded
 * @param identicalTo the earlier run with the same images and spec, or null; where that one was opened instead of running
 *     again, {@code run} itself
 */
public record RunOutcome(RunRecord run, @Nullable Long identicalTo) {
    /** Whether an earlier run was opened instead of running again. */
    public boolean opened() {
        return identicalTo != null && identicalTo == run.id();
    }
}
