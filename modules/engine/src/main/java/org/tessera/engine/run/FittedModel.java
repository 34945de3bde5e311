// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.score.Space;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Squares;

/**
 * What a run has fitted, to be applied to other slices: scaling, PCA and clusters. A slice goes to the nearest centre where
 * the run was made by k-means, else to the cluster of the nearest slice that has one; by DBSCAN's no farther than its eps.
 * Immutable; any thread.
 */
public final class FittedModel {
    private final Transformation transformation;
    private final Squares anchors;
    private final int[] anchorLabels;
    private final int clusters;
    private final double reach;
    private final boolean cosine;

    private FittedModel(
            Transformation transformation,
            Matrix anchors,
            int[] anchorLabels,
            int clusters,
            double reach,
            boolean cosine) {
        this.transformation = transformation;
        this.anchors = new Squares((cosine ? directions(anchors) : anchors).toColumns());
        this.anchorLabels = anchorLabels;
        this.clusters = clusters;
        this.reach = reach;
        this.cosine = cosine;
    }

    /**
     * Fits again what a recorded run fitted.
     *
     * @param table of the run's own slices
     * @param spec of the run
     * @param parentLabels of the same slices in the parent of the spec; null without one
     * @param labels of the same slices in the run
     */
    public static FittedModel of(
            FeatureTable table,
            RunSpec spec,
            int @Nullable [] parentLabels,
            int[] labels,
            Workers workers,
            Monitor monitor) {
        int[] kept = Pipeline.kept(table, spec, parentLabels);
        Matrix raw = table.select(spec.statistics()).rows(kept).defined();
        Transformation transformation = Transformation.fit(raw, spec);
        Matrix clustered = Objects.requireNonNull(transformation.spaces(raw).get(Space.CLUSTERED));
        int clusters = Arrays.stream(labels).max().orElse(Labels.NONE) + 1;
        Labels ofKept = Labels.numbered(Arrays.stream(kept).map(i -> labels[i]).toArray(), clusters);
        ClusteringSpec clustering = spec.clustering();
        if (clustering instanceof ClusteringSpec.KMeans) {
            int[] own = new int[clusters];
            Arrays.setAll(own, c -> c);
            return new FittedModel(
                    transformation, centres(clustered, ofKept), own, clusters, Double.POSITIVE_INFINITY, false);
        }
        int[] labelled = ofKept.labelled();
        return new FittedModel(
                transformation,
                clustered.selectRows(labelled),
                Arrays.stream(labelled).map(ofKept::get).toArray(),
                clusters,
                new Clusterer(workers).settled(clustered, clustering, monitor) instanceof ClusteringSpec.Dbscan dbscan
                        ? dbscan.eps()
                        : Double.POSITIVE_INFINITY,
                clustering instanceof ClusteringSpec.Hierarchical tree && tree.distance() == Distance.COSINE);
    }

    private static Matrix centres(Matrix x, Labels labels) {
        Matrix centres = new Matrix(labels.clusters(), x.columns());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                int c = labels.get(i);
                centres.set(
                        c, j, centres.get(c, j) + x.get(i, j) / labels.sizes().get(c));
            }
        }
        return centres;
    }

    /** Rows of unit length, whose Euclidean distances rank as their cosines do; a row of zeros stays. */
    private static Matrix directions(Matrix x) {
        Matrix unit = new Matrix(x.rows(), x.columns());
        for (int i = 0; i < x.rows(); i++) {
            double squares = 0;
            for (int j = 0; j < x.columns(); j++) {
                squares += x.get(i, j) * x.get(i, j);
            }
            for (int j = 0; j < x.columns() && squares > 0; j++) {
                unit.set(i, j, x.get(i, j) / Math.sqrt(squares));
            }
        }
        return unit;
    }

    /** Scaling and PCA. */
    public Transformation transformation() {
        return transformation;
    }

    /**
     * The cluster of each slice, numbered as in the run.
     *
     * @param x slices in the clustered space
     */
    Labels assign(Matrix x, Workers workers, Monitor monitor) {
        Matrix from = cosine ? directions(x) : x;
        ThreadLocal<double[]> squares = ThreadLocal.withInitial(() -> new double[anchorLabels.length]);
        List<Integer> labels = workers.map(x.rows(), i -> {
            monitor.check();
            double[] point = new double[anchors.width()];
            for (int j = 0; j < from.columns(); j++) {
                point[j] = from.get(i, j);
            }
            double[] apart = squares.get();
            anchors.from(point, 0, apart);
            int nearest = 0;
            for (int a = 1; a < apart.length; a++) {
                nearest = apart[a] < apart[nearest] ? a : nearest;
            }
            return apart.length > 0 && Math.sqrt(apart[nearest]) <= reach ? anchorLabels[nearest] : Labels.NONE;
        });
        return Labels.numbered(labels.stream().mapToInt(Integer::intValue).toArray(), clusters);
    }

    /**
     * The cluster of every slice of a table, none for those that the spec leaves out.
     *
     * @param spec of the model
     * @param parentLabels of the same slices by the parent of the spec; null without one
     */
    public int[] label(
            FeatureTable table, RunSpec spec, int @Nullable [] parentLabels, Workers workers, Monitor monitor) {
        int[] kept = Pipeline.kept(table, spec, parentLabels);
        Matrix raw = table.select(spec.statistics()).rows(kept).defined();
        Matrix clustered = Objects.requireNonNull(transformation.spaces(raw).get(Space.CLUSTERED));
        return assign(clustered, workers, monitor)
                .spread(kept, table.slices().size())
                .toArray();
    }
}
