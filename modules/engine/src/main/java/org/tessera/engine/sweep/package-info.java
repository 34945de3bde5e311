// SPDX-License-Identifier: GPL-3.0-or-later
/** Many runs over a grid of parameters. */
@NullMarked
package org.tessera.engine.sweep;

import org.jspecify.annotations.NullMarked;
