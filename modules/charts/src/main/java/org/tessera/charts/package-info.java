// SPDX-License-Identifier: GPL-3.0-or-later
/** Plots and heatmaps, as pictures and SVG without a window; the only user of JFreeChart, which no signature here shows. */
@NullMarked
package org.tessera.charts;

import org.jspecify.annotations.NullMarked;
