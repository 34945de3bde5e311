// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import org.jspecify.annotations.Nullable;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.HeatOf;
import org.tessera.ui.viewer.Overlay;

/**
 * What lies over the mosaic of one of the runs that are compared.
 *
 * @param opacity 0..1
 * @param heat a number of each slice in place of the clusters; null for the clusters
 * @param measured the run with what was measured of its slices; null until that is needed
 */
record PaneLook(
        double opacity, @Nullable HeatOf heat, @Nullable RunDetails measured) {
    static final PaneLook DEFAULT = new PaneLook(Overlay.DEFAULT.opacity(), null, null);
}
