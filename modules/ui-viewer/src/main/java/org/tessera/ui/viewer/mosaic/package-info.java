// SPDX-License-Identifier: GPL-3.0-or-later
/** The pixels of a mosaic at every zoom, within bounded memory. */
@NullMarked
package org.tessera.ui.viewer.mosaic;

import org.jspecify.annotations.NullMarked;
