// SPDX-License-Identifier: GPL-3.0-or-later
/** Project explorer: projects, image sets, experiments, runs. */
@NullMarked
package org.tessera.ui.explorer;

import org.jspecify.annotations.NullMarked;
