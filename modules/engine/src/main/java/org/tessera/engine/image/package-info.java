// SPDX-License-Identifier: GPL-3.0-or-later
/** Grey images, mosaics and fingerprints; the only user of ImageIO. */
@NullMarked
package org.tessera.engine.image;

import org.jspecify.annotations.NullMarked;
