// SPDX-License-Identifier: GPL-3.0-or-later
/** The grid an image is cut into, and its slices. */
@NullMarked
package org.tessera.engine.slice;

import org.jspecify.annotations.NullMarked;
