// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.Preparation;

/** A spec as the parameters of a record, and back. The names are those of the command line's JSON. */
public final class SpecParameters {
    private SpecParameters() {}

    /** The parameters in the order shown; null where one does not apply. */
    public static Map<String, @Nullable Object> of(RunSpec spec) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        ClusteringSpec clustering = spec.clustering();
        parameters.put("grid", spec.grid() == null ? null : spec.grid().toString());
        parameters.put("clusters", unless(0, clustering.clusters()));
        parameters.put("statistics", spec.statistics());
        parameters.put("standardize", spec.standardize());
        parameters.put("pca", spec.pca());
        parameters.put("pca_components", unless(0, spec.pcaComponents().orElse(0)));
        parameters.put("algorithm", clustering.algorithm());
        for (String name : List.of("linkage", "metric", "restarts", "seed", "neighbors", "eps", "min_points")) {
            parameters.put(name, null);
        }
        if (clustering instanceof ClusteringSpec.KMeans kmeans) {
            parameters.put("restarts", (long) kmeans.restarts());
            parameters.put("seed", kmeans.seed());
        } else if (clustering instanceof ClusteringSpec.Hierarchical hierarchical) {
            parameters.put("linkage", hierarchical.linkage().id());
            parameters.put("metric", hierarchical.distance().id());
        } else if (clustering instanceof ClusteringSpec.GaussianMixture mixture) {
            parameters.put("restarts", (long) mixture.restarts());
            parameters.put("seed", mixture.seed());
        } else if (clustering instanceof ClusteringSpec.Spectral spectral) {
            parameters.put("neighbors", (long) spectral.neighbours());
            parameters.put("restarts", (long) spectral.restarts());
            parameters.put("seed", spectral.seed());
        } else if (clustering instanceof ClusteringSpec.Dbscan dbscan) {
            parameters.put("eps", dbscan.eps() == 0 ? null : (Object) dbscan.eps());
            parameters.put("min_points", (long) dbscan.minPoints());
        }
        parameters.put("where_slice", spec.whereSlice());
        Parent parent = spec.parent();
        parameters.put("parent", parent == null ? null : (Object) parent.run());
        parameters.put(
                "parent_clusters",
                parent == null
                        ? null
                        : parent.clusters().stream().map(String::valueOf).toList());
        Preparation preparation = spec.preparation();
        parameters.put("flat_field", preparation.flatField() ? true : null);
        parameters.put("invert", preparation.invert() ? true : null);
        parameters.put("bin", unless(1, preparation.bin()));
        parameters.put("stride", unless(0, preparation.stride()));
        parameters.put("applied", spec.model());
        parameters.put("score_limit", unless(0, spec.scoreLimit()));
        if (clustering instanceof ClusteringSpec.Consensus consensus) {
            parameters.put(
                    "members", consensus.members().stream().map(String::valueOf).toList());
        }
        return parameters;
    }

    private static @Nullable Object unless(int usual, int value) {
        return value == usual ? null : (Object) (long) value;
    }

    /** The spec of recorded parameters. */
    public static RunSpec toSpec(Map<String, @Nullable Object> parameters) {
        String grid = (String) parameters.get("grid");
        int components = whole(parameters, "pca_components", 0);
        List<String> statistics = new ArrayList<>();
        for (Object id : (List<?>) required(parameters, "statistics")) {
            statistics.add((String) id);
        }
        return new RunSpec(
                grid == null ? null : Grid.parse(grid),
                statistics,
                (Boolean) required(parameters, "standardize"),
                (Boolean) required(parameters, "pca"),
                components == 0 ? OptionalInt.empty() : OptionalInt.of(components),
                clustering(parameters),
                (String) parameters.get("where_slice"),
                parent(parameters),
                new Preparation(
                        Boolean.TRUE.equals(parameters.get("flat_field")),
                        Boolean.TRUE.equals(parameters.get("invert")),
                        whole(parameters, "bin", 1),
                        whole(parameters, "stride", 0)),
                (Long) parameters.get("applied"),
                whole(parameters, "score_limit", 0));
    }

    private static ClusteringSpec clustering(Map<String, @Nullable Object> parameters) {
        int clusters = whole(parameters, "clusters", 0);
        int restarts = whole(parameters, "restarts", 0);
        long seed = parameters.get("seed") instanceof Long value ? value : 0;
        String algorithm = (String) required(parameters, "algorithm");
        return switch (algorithm) {
            case "kmeans" -> new ClusteringSpec.KMeans(clusters, restarts, seed);
            case "hierarchical" ->
                new ClusteringSpec.Hierarchical(
                        clusters,
                        Linkage.parse((String) required(parameters, "linkage")),
                        parameters.get("metric") instanceof String metric
                                ? Distance.parse(metric)
                                : Distance.EUCLIDEAN);
            case "gaussian-mixture" -> new ClusteringSpec.GaussianMixture(clusters, restarts, seed);
            case "spectral" -> new ClusteringSpec.Spectral(clusters, whole(parameters, "neighbors", 0), restarts, seed);
            case "dbscan" ->
                new ClusteringSpec.Dbscan(
                        parameters.get("eps") instanceof Double eps ? eps : 0, whole(parameters, "min_points", 0));
            case "consensus" ->
                new ClusteringSpec.Consensus(
                        clusters,
                        ((List<?>) required(parameters, "members"))
                                .stream()
                                        .map(word -> Long.valueOf(word.toString()))
                                        .toList());
            default -> throw new IllegalArgumentException("algorithm " + algorithm);
        };
    }

    private static @Nullable Parent parent(Map<String, @Nullable Object> parameters) {
        return parameters.get("parent") instanceof Long run
                ? new Parent(
                        run,
                        ((List<?>) required(parameters, "parent_clusters"))
                                .stream()
                                        .map(word -> Integer.valueOf(word.toString()))
                                        .toList())
                : null;
    }

    private static int whole(Map<String, @Nullable Object> parameters, String name, int otherwise) {
        return parameters.get(name) instanceof Long value ? value.intValue() : otherwise;
    }

    private static Object required(Map<String, @Nullable Object> parameters, String name) {
        Object value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
