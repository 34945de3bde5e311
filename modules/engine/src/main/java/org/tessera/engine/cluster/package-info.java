// SPDX-License-Identifier: GPL-3.0-or-later
/** Matrix to labels. To add an algorithm: a record in {@link org.tessera.engine.cluster.ClusteringSpec}, a class with the work, one case in {@link org.tessera.engine.cluster.Clusterer}, and its option on the command line. */
@NullMarked
package org.tessera.engine.cluster;

import org.jspecify.annotations.NullMarked;
