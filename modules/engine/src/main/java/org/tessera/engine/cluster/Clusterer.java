// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** The one door to the algorithms. */
public final class Clusterer {
    private final Workers workers;

    /** @param workers the threads that work; their number does not change a label */
    public Clusterer(Workers workers) {
        this.workers = workers;
    }

    /**
     * @param x slices x features, finite
     * @return a label for every row, none for noise; fewer clusters than asked for only where there are fewer distinct rows
     * @throws ProblemException if there are more clusters than slices, or the algorithm cannot hold so many slices
     */
    public Labels cluster(Matrix x, ClusteringSpec spec, Monitor monitor) {
        if (spec.clusters() > x.rows()) {
            throw new ProblemException("The number of clusters is " + spec.clusters() + ", but there are only "
                    + x.rows() + " slices; ask for fewer clusters or a finer grid.");
        }
        int[] labels;
        if (spec instanceof ClusteringSpec.KMeans kmeans) {
            labels = new KMeans(x, kmeans, workers).fit(monitor);
        } else if (spec instanceof ClusteringSpec.Hierarchical hierarchical) {
            labels = Agglomeration.cluster(x, hierarchical, monitor);
        } else if (spec instanceof ClusteringSpec.GaussianMixture mixture) {
            labels = GaussianMixture.cluster(x, mixture, workers, monitor);
        } else if (spec instanceof ClusteringSpec.Spectral spectral) {
            labels = SpectralClustering.cluster(x, spectral, workers, monitor);
        } else if (settled(x, spec, monitor) instanceof ClusteringSpec.Dbscan dbscan) {
            labels = DensityClustering.cluster(x, dbscan, monitor);
        } else {
            throw new ProblemException("A " + spec.title()
                    + " is made of runs, not of slices; choose the runs again, or another" + " algorithm.");
        }
        return Labels.canonical(labels);
    }

    /**
     * The spec with what it leaves to the data: how near neighbours are for DBSCAN.
     *
     * @param x slices x features, finite
     */
    public ClusteringSpec settled(Matrix x, ClusteringSpec spec, Monitor monitor) {
        return spec instanceof ClusteringSpec.Dbscan dbscan && dbscan.eps() == 0
                ? new ClusteringSpec.Dbscan(
                        DensityClustering.eps(x, dbscan.minPoints(), workers, monitor), dbscan.minPoints())
                : spec;
    }
}
