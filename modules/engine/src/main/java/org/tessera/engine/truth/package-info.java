// SPDX-License-Identifier: GPL-3.0-or-later
/** What people know of slices, to judge runs by. */
@NullMarked
package org.tessera.engine.truth;

import org.jspecify.annotations.NullMarked;
