// SPDX-License-Identifier: GPL-3.0-or-later
/** Measures the engine beside what a user could run instead. */
@NullMarked
package org.tessera.cli.benchmark;

import org.jspecify.annotations.NullMarked;
