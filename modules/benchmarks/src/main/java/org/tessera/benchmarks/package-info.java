// SPDX-License-Identifier: GPL-3.0-or-later
/** The engine's kernels under JMH: {@code mvn verify -Pbenchmark -pl modules/benchmarks -am -Djmh.args=Silhouette}. */
package org.tessera.benchmarks;
