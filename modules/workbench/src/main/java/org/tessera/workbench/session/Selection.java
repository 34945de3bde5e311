// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.session;

import org.jspecify.annotations.Nullable;

/**
 * What is selected.
 *
 * @param imageSet number of the image set, or null
 * @param sweep number of the sweep whose curves are shown, or null
 * @param run number of the run, or null
 */
public record Selection(
        @Nullable Long imageSet,
        @Nullable Long sweep,
        @Nullable Long run) {
    /** Nothing. */
    public static final Selection NONE = new Selection(null, null, null);
}
