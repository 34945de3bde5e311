// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Slices to numbers: statistics, their sets, formulas, and the feature table (slices x statistics).
 *
 * <p>To add a statistic to Tessera: a constant in {@link org.tessera.engine.statistic.BuiltInStatistic}, its expected numbers in
 * the tests. To bring one from outside: a class that implements {@link org.tessera.engine.statistic.Statistic} with a public
 * constructor without arguments, and its name in {@code META-INF/services/org.tessera.engine.statistic.Statistic} of a jar on
 * the class path; a {@link org.tessera.engine.statistic.StatisticSet} made with it is handed to the
 * {@link org.tessera.engine.statistic.FeatureExtractor}. {@code PlugInStatisticTest} has a whole example.
 */
@NullMarked
package org.tessera.engine.statistic;

import org.jspecify.annotations.NullMarked;
