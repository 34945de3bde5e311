// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * What came of recording a run.
 *
 * @param run its number, or that of the identical run that was there first
 * @param known whether an identical run was there, so that this one was not recorded
 */
public record Recorded(long run, boolean known) {}
