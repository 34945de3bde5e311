// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.cluster.Linkage;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;
import picocli.CommandLine.Option;

/** The algorithm and its parameters. Every one takes a list. */
final class AlgorithmOptions {
    @Option(
            names = "--clusters",
            paramLabel = "K",
            defaultValue = "3",
            description = "Clusters, 2 or more (default: 3); dbscan finds out itself.")
    private String clusters = "3";

    @Option(
            names = "--algorithm",
            paramLabel = "A",
            defaultValue = "kmeans",
            description = "kmeans (default), hierarchical, gaussian-mixture, spectral or dbscan.")
    private String algorithm = "kmeans";

    @Option(
            names = "--linkage",
            paramLabel = "L",
            description = "complete (default), average, single or ward; hierarchical only.")
    private @Nullable String linkage;

    @Option(
            names = "--metric",
            paramLabel = "M",
            description = "euclidean or cosine, for hierarchical (default: euclidean).")
    private @Nullable String metric;

    @Option(
            names = "--restarts",
            paramLabel = "N",
            defaultValue = "20",
            description = "Starts of k-means, alone or as a step of others (default: 20).")
    private String restarts = "20";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Seed of k-means (default: 42).")
    private String seed = "42";

    @Option(
            names = "--neighbors",
            paramLabel = "N",
            description = "Neighbours of a slice in the graph; spectral only (default: 10).")
    private @Nullable String neighbours;

    @Option(
            names = "--eps",
            paramLabel = "D",
            description =
                    "How near neighbours are, in the clustered space; dbscan only (default: auto, from the data).")
    private @Nullable String eps;

    @Option(
            names = "--min-points",
            paramLabel = "N",
            description = "Neighbours that make a slice the core of a cluster; dbscan only (default: 5).")
    private @Nullable String minPoints;

    /** Every combination, checked, each once. */
    List<ClusteringSpec> specs() {
        List<String> names = list("The algorithm", algorithm, AlgorithmOptions::known);
        Map<String, @Nullable String> onlyFor = new LinkedHashMap<>();
        onlyFor.put("--linkage hierarchical", linkage);
        onlyFor.put("--metric hierarchical", metric);
        onlyFor.put("--neighbors spectral", neighbours);
        onlyFor.put("--eps dbscan", eps);
        onlyFor.put("--min-points dbscan", minPoints);
        onlyFor.forEach((words, value) -> {
            String[] option = words.split(" ", 2);
            if (value != null && !names.contains(option[1])) {
                throw new ProblemException(option[0] + " is for --algorithm " + option[1] + "; leave it out for "
                        + String.join(" and ", names) + ".");
            }
        });
        Set<ClusteringSpec> specs = new LinkedHashSet<>();
        names.forEach(name -> specs.addAll(of(name)));
        return new ArrayList<>(specs);
    }

    private static String known(String name) {
        if (!ClusteringSpec.ALGORITHMS.contains(name)) {
            throw new ProblemException(
                    "There is no algorithm \"" + name + "\". " + Suggestion.of(name, ClusteringSpec.ALGORITHMS));
        }
        return name;
    }

    private List<ClusteringSpec> of(String name) {
        List<ClusteringSpec> specs = new ArrayList<>();
        List<Integer> counts = wholes("The number of clusters", clusters, 2, 1_000_000);
        List<Integer> starts = wholes("The number of restarts", restarts, 1, 100_000);
        List<Long> seeds = list("The seed", seed, AlgorithmOptions::seed);
        switch (name) {
            case "hierarchical" -> {
                List<Linkage> linkages = list("The linkage", linkage == null ? "complete" : linkage, Linkage::parse);
                List<Distance> distances = list("The metric", metric == null ? "euclidean" : metric, Distance::parse);
                linkages.forEach(l -> distances.forEach(
                        m -> counts.forEach(k -> specs.add(new ClusteringSpec.Hierarchical(k, l, m)))));
            }
            case "gaussian-mixture" ->
                counts.forEach(k -> starts.forEach(
                        r -> seeds.forEach(s -> specs.add(new ClusteringSpec.GaussianMixture(k, r, s)))));
            case "spectral" -> {
                String usual = Integer.toString(ClusteringSpec.Spectral.DEFAULT_NEIGHBOURS);
                wholes("The number of neighbours", neighbours == null ? usual : neighbours, 1, 1000)
                        .forEach(n -> counts.forEach(k -> starts.forEach(
                                r -> seeds.forEach(s -> specs.add(new ClusteringSpec.Spectral(k, n, r, s))))));
            }
            case "dbscan" -> {
                String usual = Integer.toString(ClusteringSpec.Dbscan.DEFAULT_MIN_POINTS);
                wholes("The least number of points", minPoints == null ? usual : minPoints, 1, 1_000_000)
                        .forEach(m -> list("The eps", eps == null ? "auto" : eps, AlgorithmOptions::eps)
                                .forEach(e -> specs.add(new ClusteringSpec.Dbscan(e, m))));
            }
            default ->
                counts.forEach(
                        k -> starts.forEach(r -> seeds.forEach(s -> specs.add(new ClusteringSpec.KMeans(k, r, s)))));
        }
        return specs;
    }

    private static double eps(String word) {
        try {
            double value = word.equalsIgnoreCase("auto") ? 0 : Double.parseDouble(word);
            if (value > 0 || word.equalsIgnoreCase("auto")) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException("The eps is \"" + word + "\"; give a positive number, or auto.", e);
        }
        throw new ProblemException("The eps is \"" + word + "\"; give a positive number, or auto.");
    }

    private static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new ProblemException("The seed is \"" + word + "\"; give a whole number.", e);
        }
    }

    private static List<Integer> wholes(String what, String text, int least, int most) {
        return list(what, text, word -> Numbers.whole(what, word, least, most));
    }

    static <T> List<T> list(String what, String text, Function<String, T> parse) {
        return Numbers.expand(what, text).stream().map(parse).distinct().toList();
    }
}
