// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.NeighbourGraph;
import org.tessera.engine.transform.Neighbours;

/**
 * Spectral clustering (Ng, Jordan and Weiss 2002): k-means on the leading eigenvectors of the normalised affinity matrix,
 * rows scaled to unit length. Affinities join nearest neighbours, {@code exp(-d^2 / (s_i s_j))} with the distance to the
 * seventh neighbour for each s (Zelnik-Manor and Perona 2004), so that there is no width to choose. Memory grows with the
 * number of slices times neighbours.
 */
final class SpectralClustering {
    private static final int SCALING_NEIGHBOUR = 7;

    private SpectralClustering() {}

    /** Slices that coincide are one point of the graph, and so in one cluster. */
    static int[] cluster(Matrix x, ClusteringSpec.Spectral spec, Workers workers, Monitor monitor) {
        Map<List<Double>, Integer> points = new LinkedHashMap<>();
        int[] point = new int[x.rows()];
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < x.rows(); i++) {
            List<Double> row = Arrays.stream(x.rowMajor(i, i + 1))
                    .map(value -> value + 0.0)
                    .boxed()
                    .toList();
            Integer known = points.putIfAbsent(row, points.size());
            point[i] = known == null ? points.size() - 1 : known;
            if (known == null) {
                rows.add(i);
            }
        }
        int[] labels = points.size() <= spec.clusters()
                ? IntStream.range(0, points.size()).toArray()
                : distinct(
                        x.selectRows(rows.stream().mapToInt(Integer::intValue).toArray()), spec, workers, monitor);
        return Arrays.stream(point).map(p -> labels[p]).toArray();
    }

    private static int[] distinct(Matrix x, ClusteringSpec.Spectral spec, Workers workers, Monitor monitor) {
        int count = Math.min(spec.neighbours(), x.rows() - 1);
        Neighbours neighbours = Neighbours.of(x, count, workers, monitor);
        monitor.progress(0.3, "spectral clustering");
        double[] scale = scales(neighbours);
        NeighbourGraph graph = NeighbourGraph.of(
                neighbours,
                (i, rank) -> {
                    double distance = neighbours.distance(i, rank);
                    return Math.exp(-distance * distance / (scale[i] * scale[neighbours.index(i, rank)]));
                },
                Math::max,
                monitor);
        Matrix vectors = graph.normalized().leading(spec.clusters(), spec.seed(), monitor);
        monitor.progress(0.7, "spectral clustering");
        for (int i = 0; i < vectors.rows(); i++) {
            double squares = 0;
            for (int c = 0; c < vectors.columns(); c++) {
                squares += vectors.get(i, c) * vectors.get(i, c);
            }
            for (int c = 0; c < vectors.columns() && squares > 0; c++) {
                vectors.set(i, c, vectors.get(i, c) / Math.sqrt(squares));
            }
        }
        ClusteringSpec.KMeans kmeans = new ClusteringSpec.KMeans(spec.clusters(), spec.restarts(), spec.seed());
        return new KMeans(vectors, kmeans, workers).fit(monitor.part(0.7, 1));
    }

    /** Never 0: slices that coincide with all their neighbours take the mean of the others. */
    private static double[] scales(Neighbours neighbours) {
        int rank = Math.min(SCALING_NEIGHBOUR, neighbours.count()) - 1;
        double[] scales = new double[neighbours.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = neighbours.distance(i, rank);
        }
        double mean = Arrays.stream(scales).filter(s -> s > 0).average().orElse(1);
        return Arrays.stream(scales).map(s -> s > 0 ? s : mean).toArray();
    }
}
