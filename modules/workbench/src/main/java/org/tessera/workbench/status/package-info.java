// SPDX-License-Identifier: GPL-3.0-or-later
/** The status line: what is selected, what runs. */
@NullMarked
package org.tessera.workbench.status;

import org.jspecify.annotations.NullMarked;
