// SPDX-License-Identifier: GPL-3.0-or-later
/** How partitions of one mosaic agree, and which of their clusters are the same. */
@NullMarked
package org.tessera.engine.compare;

import org.jspecify.annotations.NullMarked;
