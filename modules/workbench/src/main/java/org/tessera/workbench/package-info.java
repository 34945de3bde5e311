// SPDX-License-Identifier: GPL-3.0-or-later
/** The frame of the desktop program. */
@NullMarked
package org.tessera.workbench;

import org.jspecify.annotations.NullMarked;
