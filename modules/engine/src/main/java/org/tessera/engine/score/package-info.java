// SPDX-License-Identifier: GPL-3.0-or-later
/** How good a clustering is, in which space, and whether more is better. */
@NullMarked
package org.tessera.engine.score;

import org.jspecify.annotations.NullMarked;
