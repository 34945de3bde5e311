// SPDX-License-Identifier: GPL-3.0-or-later
/** Runs for people and programs: HTML, CSV, JSON, pictures. */
@NullMarked
package org.tessera.report;

import org.jspecify.annotations.NullMarked;
