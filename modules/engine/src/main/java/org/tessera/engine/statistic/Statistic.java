// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

/** One number of a slice. Implementations are stateless and may be called from any thread. */
public interface Statistic {
    /** The stable name used in tables, specs and on the command line: lower case, digits, underscore, point. */
    String id();

    /** What it is, with its unit, in a few words. */
    String description();

    /** Its value; NaN where it is undefined for this slice. */
    double of(SliceSummary slice);
}
