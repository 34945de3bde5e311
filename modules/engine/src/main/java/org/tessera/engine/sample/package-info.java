// SPDX-License-Identifier: GPL-3.0-or-later
/** The sample mosaic: a made-up micrograph with a known class for every pixel. */
@NullMarked
package org.tessera.engine.sample;

import org.jspecify.annotations.NullMarked;
