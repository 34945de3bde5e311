// SPDX-License-Identifier: GPL-3.0-or-later
/** Runs side by side: heatmaps that move together, what differs, how their clusters agree. */
@NullMarked
package org.tessera.ui.viewer.compare;

import org.jspecify.annotations.NullMarked;
