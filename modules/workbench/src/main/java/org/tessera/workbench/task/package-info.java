// SPDX-License-Identifier: GPL-3.0-or-later
/** Long work off the event thread, with progress, cancellation and a sealed end. */
@NullMarked
package org.tessera.workbench.task;

import org.jspecify.annotations.NullMarked;
