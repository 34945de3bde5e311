// SPDX-License-Identifier: GPL-3.0-or-later
/** Slices laid out in a plane, for looking at: never the input of a clustering or a score, since distances are bent. */
@NullMarked
package org.tessera.engine.embedding;

import org.jspecify.annotations.NullMarked;
