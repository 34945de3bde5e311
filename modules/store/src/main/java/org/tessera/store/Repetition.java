// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * A repetition of a run.
 *
 * @param how it was repeated: with other seeds, or by bootstrap
 * @param seed of its random choices
 * @param adjustedRand the adjusted Rand index of its partition and the run's
 */
public record Repetition(String how, long seed, double adjustedRand) {}
