// SPDX-License-Identifier: GPL-3.0-or-later
/** Parameter editor, runs and sweeps. */
@NullMarked
package org.tessera.ui.runs;

import org.jspecify.annotations.NullMarked;
