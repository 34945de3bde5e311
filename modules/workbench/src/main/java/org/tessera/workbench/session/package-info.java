// SPDX-License-Identifier: GPL-3.0-or-later
/** What is open and selected, and who is told when that changes. No Swing. */
@NullMarked
package org.tessera.workbench.session;

import org.jspecify.annotations.NullMarked;
