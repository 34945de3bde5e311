// SPDX-License-Identifier: GPL-3.0-or-later
/** The only way a run is made: executes a spec through the engine, guards against duplicates, records. */
@NullMarked
package org.tessera.tracking;

import org.jspecify.annotations.NullMarked;
