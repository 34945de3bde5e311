// SPDX-License-Identifier: GPL-3.0-or-later
/** Progress, cancellation, worker threads, and the one exception whose message is written for the user. */
@NullMarked
package org.tessera.engine.task;

import org.jspecify.annotations.NullMarked;
