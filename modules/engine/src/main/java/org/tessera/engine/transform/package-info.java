// SPDX-License-Identifier: GPL-3.0-or-later
/** Feature table to the matrix that is clustered: standardise, principal components. */
@NullMarked
package org.tessera.engine.transform;

import org.jspecify.annotations.NullMarked;
