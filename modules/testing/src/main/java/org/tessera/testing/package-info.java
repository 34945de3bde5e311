// SPDX-License-Identifier: GPL-3.0-or-later
/** Fixtures and the house rules that every module's tests share. Never on a user's machine. */
@NullMarked
package org.tessera.testing;

import org.jspecify.annotations.NullMarked;
