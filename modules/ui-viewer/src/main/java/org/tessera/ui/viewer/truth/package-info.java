// SPDX-License-Identifier: GPL-3.0-or-later
/** Ground truth: classes that a person paints on slices, and how well every run finds them. */
@NullMarked
package org.tessera.ui.viewer.truth;

import org.jspecify.annotations.NullMarked;
