// SPDX-License-Identifier: GPL-3.0-or-later
/** The command line: one class a command, thin over tracking and report. */
@NullMarked
package org.tessera.cli;

import org.jspecify.annotations.NullMarked;
