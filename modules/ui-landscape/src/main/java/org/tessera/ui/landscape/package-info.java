// SPDX-License-Identifier: GPL-3.0-or-later
/** Windows on what many runs say of their parameters: the landscape of a score, trade-offs of two scores, effects. */
@NullMarked
package org.tessera.ui.landscape;

import org.jspecify.annotations.NullMarked;
