// SPDX-License-Identifier: GPL-3.0-or-later
/** What the user has set; the only user of the platform's preferences. */
@NullMarked
package org.tessera.workbench.settings;

import org.jspecify.annotations.NullMarked;
