// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * The place of a run in a sweep.
 *
 * @param sweep number of the sweep
 * @param ordinal of the run in its plan, 0 or more
 */
public record SweepSlot(long sweep, int ordinal) {
    /** The ordinal of a run whose sweep has no plan here. */
    static final int NO_PLAN = -1;
}
