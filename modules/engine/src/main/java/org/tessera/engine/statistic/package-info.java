// SPDX-License-Identifier: GPL-3.0-or-later
/** Slices to numbers: statistics, their sets, and the feature table (slices x statistics). */
@NullMarked
package org.tessera.engine.statistic;

import org.jspecify.annotations.NullMarked;
