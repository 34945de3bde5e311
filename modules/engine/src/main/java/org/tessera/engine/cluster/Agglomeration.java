// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

/** Agglomerative clustering, each linkage by the method that suits it. */
final class Agglomeration {
    private Agglomeration() {}

    /** A label for every row. */
    static int[] cluster(Matrix rows, ClusteringSpec.Hierarchical spec, Monitor monitor) {
        boolean cosine = spec.distance() == Distance.COSINE;
        // between unit vectors the cosine distance is half the squared Euclidean one: the order of distances is the
        // same
        Matrix x = cosine ? unit(rows) : rows;
        Merges merges =
                switch (spec.linkage()) {
                    case COMPLETE, WARD -> CentreChain.merges(x, spec.linkage(), monitor);
                    case SINGLE -> MinimumSpanningTree.merges(x, monitor);
                    case AVERAGE -> AverageLinkage.merges(x, cosine, monitor);
                };
        return merges.cut(spec.clusters());
    }

    /** @throws ProblemException if a row has no direction */
    private static Matrix unit(Matrix rows) {
        Matrix unit = new Matrix(rows.rows(), rows.columns());
        for (int i = 0; i < rows.rows(); i++) {
            double squares = 0;
            for (int j = 0; j < rows.columns(); j++) {
                squares += rows.get(i, j) * rows.get(i, j);
            }
            if (squares == 0) {
                throw new ProblemException("The cosine metric needs a direction, and slice " + (i + 1)
                        + " has only zeros; choose the euclidean metric, or leave such slices out.");
            }
            for (int j = 0; j < rows.columns(); j++) {
                unit.set(i, j, rows.get(i, j) / Math.sqrt(squares));
            }
        }
        return unit;
    }
}
