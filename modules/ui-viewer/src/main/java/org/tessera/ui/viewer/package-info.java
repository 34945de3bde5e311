// SPDX-License-Identifier: GPL-3.0-or-later
/** Heatmap viewer, plots and scores of a run. */
@NullMarked
package org.tessera.ui.viewer;

import org.jspecify.annotations.NullMarked;
