// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Matrix to labels.
 *
 * <p>To add an algorithm:
 *
 * <ol>
 *   <li>A record in {@link org.tessera.engine.cluster.ClusteringSpec} with all that decides its labels, the seed among it,
 *       checked in its constructor; its name in {@code ALGORITHMS}.
 *   <li>A class here that takes the matrix (slices x features), the record, {@link org.tessera.engine.task.Workers} and a
 *       {@link org.tessera.engine.task.Monitor}, and returns a label a row, {@link org.tessera.engine.cluster.Labels#NONE}
 *       for noise. It asks the monitor at least every 100 ms, gives the same labels on any number of threads and any
 *       machine, and keeps nothing between calls. One case in {@link org.tessera.engine.cluster.Clusterer}.
 *   <li>Its parameters by the names of the command line in {@code engine.run.SpecParameters}, both ways, and in
 *       {@code LATER} of {@code tracking.RunKeys}, so that runs made before stay identical to themselves.
 *   <li>Its options in {@code cli.AlgorithmOptions}, the words in {@code report.Methods} and {@code report.Commands}, its
 *       choice and fields in {@code ui.runs.AlgorithmChoice} and {@code AlgorithmFields}.
 *   <li>Tests: numbers of an independent implementation, one thread against eight, slices that coincide, and its line in
 *       {@code CancelTest}.
 * </ol>
 */
@NullMarked
package org.tessera.engine.cluster;

import org.jspecify.annotations.NullMarked;
