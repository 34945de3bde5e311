// SPDX-License-Identifier: GPL-3.0-or-later
/** A workbench on a real store without a window, for the tests of presenters. Never on a user's machine. */
@NullMarked
package org.tessera.ui.testing;

import org.jspecify.annotations.NullMarked;
