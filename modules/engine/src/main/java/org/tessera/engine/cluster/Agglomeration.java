// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import org.tessera.engine.task.Monitor;
import org.tessera.engine.transform.Matrix;

/** Agglomerative clustering, each linkage by the method that suits it. */
final class Agglomeration {
    private Agglomeration() {}

    /** A label for every row. */
    static int[] cluster(Matrix x, ClusteringSpec.Hierarchical spec, Monitor monitor) {
        Merges merges =
                switch (spec.linkage()) {
                    case COMPLETE, WARD -> CentreChain.merges(x, spec.linkage(), monitor);
                    case SINGLE -> MinimumSpanningTree.merges(x, monitor);
                    case AVERAGE -> AverageLinkage.merges(x, monitor);
                };
        return merges.cut(spec.clusters());
    }
}
