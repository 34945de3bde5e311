// SPDX-License-Identifier: GPL-3.0-or-later
/** The table of recorded runs: queries, columns, groups, a baseline. */
@NullMarked
package org.tessera.ui.runs.table;

import org.jspecify.annotations.NullMarked;
