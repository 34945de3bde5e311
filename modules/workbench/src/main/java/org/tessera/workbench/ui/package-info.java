// SPDX-License-Identifier: GPL-3.0-or-later
/** Small Swing helpers: icons, forms, colours. */
@NullMarked
package org.tessera.workbench.ui;

import org.jspecify.annotations.NullMarked;
