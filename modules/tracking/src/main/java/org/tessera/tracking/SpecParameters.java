// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.slice.Grid;

/** A spec as the parameters of a record, and back. The names are those of the command line's JSON. */
public final class SpecParameters {
    private SpecParameters() {}

    /** The parameters in the order shown; null where one does not apply. */
    public static Map<String, @Nullable Object> of(RunSpec spec) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        ClusteringSpec clustering = spec.clustering();
        ClusteringSpec.@Nullable KMeans kmeans = clustering instanceof ClusteringSpec.KMeans k ? k : null;
        ClusteringSpec.@Nullable Hierarchical hierarchical =
                clustering instanceof ClusteringSpec.Hierarchical h ? h : null;
        parameters.put("grid", spec.grid() == null ? null : spec.grid().toString());
        parameters.put("clusters", (long) clustering.clusters());
        parameters.put("statistics", spec.statistics());
        parameters.put("standardize", spec.standardize());
        parameters.put("pca", spec.pca());
        parameters.put(
                "pca_components",
                spec.pcaComponents().isPresent()
                        ? (Object) (long) spec.pcaComponents().getAsInt()
                        : null);
        parameters.put("algorithm", clustering.algorithm());
        parameters.put(
                "linkage", hierarchical == null ? null : hierarchical.linkage().id());
        parameters.put(
                "metric", hierarchical == null ? null : hierarchical.distance().id());
        parameters.put("restarts", kmeans == null ? null : (Object) (long) kmeans.restarts());
        parameters.put("seed", kmeans == null ? null : (Object) kmeans.seed());
        parameters.put("where_slice", spec.whereSlice());
        Parent parent = spec.parent();
        parameters.put("parent", parent == null ? null : (Object) parent.run());
        parameters.put(
                "parent_clusters",
                parent == null
                        ? null
                        : parent.clusters().stream().map(String::valueOf).toList());
        return parameters;
    }

    /** The spec of recorded parameters. */
    public static RunSpec toSpec(Map<String, @Nullable Object> parameters) {
        String grid = (String) parameters.get("grid");
        int clusters = ((Long) required(parameters, "clusters")).intValue();
        ClusteringSpec clustering = "kmeans".equals(parameters.get("algorithm"))
                ? new ClusteringSpec.KMeans(clusters, ((Long) required(parameters, "restarts")).intValue(), (Long)
                        required(parameters, "seed"))
                : new ClusteringSpec.Hierarchical(
                        clusters,
                        Linkage.parse((String) required(parameters, "linkage")),
                        parameters.get("metric") instanceof String metric
                                ? Distance.parse(metric)
                                : Distance.EUCLIDEAN);
        Long components = (Long) parameters.get("pca_components");
        List<String> statistics = new ArrayList<>();
        for (Object id : (List<?>) required(parameters, "statistics")) {
            statistics.add((String) id);
        }
        return new RunSpec(
                grid == null ? null : Grid.parse(grid),
                statistics,
                (Boolean) required(parameters, "standardize"),
                (Boolean) required(parameters, "pca"),
                components == null ? OptionalInt.empty() : OptionalInt.of(components.intValue()),
                clustering,
                (String) parameters.get("where_slice"),
                parent(parameters));
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

    private static Object required(Map<String, @Nullable Object> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }
}
