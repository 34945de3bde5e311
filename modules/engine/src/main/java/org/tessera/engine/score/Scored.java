// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

/**
 * The scores of a clustering, and of each slice in it.
 *
 * @param scores in every space
 * @param silhouettes of each row in the clustered space; none where they are not defined or were sampled
 */
public record Scored(Scores scores, SliceScores silhouettes) {}
