// SPDX-License-Identifier: GPL-3.0-or-later
/** What many runs say of their parameters: scores over two of them, the best trade-offs of two scores, the effect of each. */
@NullMarked
package org.tessera.tracking.landscape;

import org.jspecify.annotations.NullMarked;
