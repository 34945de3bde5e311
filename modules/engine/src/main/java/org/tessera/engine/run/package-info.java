// SPDX-License-Identifier: GPL-3.0-or-later
/** One run: spec in, result out; no state between calls. */
@NullMarked
package org.tessera.engine.run;

import org.jspecify.annotations.NullMarked;
