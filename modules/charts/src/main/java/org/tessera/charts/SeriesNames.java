// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names lines of runs by the parameters in which they differ. Any thread. */
public final class SeriesNames {
    /** What only some algorithms have, and always then: without it a run differs by its algorithm already. */
    private static final Set<String> OF_ALGORITHM = Set.of("metric", "restarts", "seed", "neighbors", "min_points");

    private final List<String> differing;
    private final List<String> always;

    /**
     * Names for some runs.
     *
     * @param runs all runs of the plot
     * @param along parameters that do not count, since they lie along the axis
     * @param always parameters named even if all runs have the same
     */
    SeriesNames(List<ScoredRun> runs, Set<String> along, List<String> always) {
        Set<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.parameters().keySet()));
        this.differing = names.stream()
                .filter(name -> !along.contains(name) && !always.contains(name))
                .filter(name -> runs.stream()
                                .map(run -> run.parameter(name))
                                .filter(value -> !value.isEmpty() || !OF_ALGORITHM.contains(name))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        this.always = always;
    }

    /** The name of the line a run lies on. */
    String of(ScoredRun run) {
        StringBuilder name = new StringBuilder();
        for (List<String> parameters : List.of(always, differing)) {
            for (String parameter : parameters) {
                String word = word(parameter, run.parameter(parameter));
                if (!word.isEmpty()) {
                    name.append(name.isEmpty() ? "" : ", ").append(word);
                }
            }
        }
        return name.toString();
    }

    /**
     * The value of a parameter in a few words, such as {@code k = 3}; empty where it is not set.
     *
     * @param parameter as it is recorded
     * @param value its text
     */
    public static String word(String parameter, String value) {
        return switch (parameter) {
            case "grid" -> value.replace("x", " × ");
            case "clusters" -> value.isEmpty() ? "" : "k = " + value;
            case "standardize" -> value.equals("true") ? "standardised" : "as measured";
            case "pca" -> value.equals("true") ? "PCA" : "no PCA";
            case "pca_components" -> value.isEmpty() ? "" : value + " PCs";
            case "statistics" -> statistics(value);
            case "algorithm" -> algorithm(value);
            case "restarts" -> value.isEmpty() ? "" : value + " restarts";
            case "seed" -> value.isEmpty() ? "" : "seed " + value;
            case "linkage" -> value;
            case "members" -> value.isEmpty() ? "" : "of " + value.split(",", -1).length + " runs";
            case "flat_field" -> value.isEmpty() ? "" : "flat field";
            case "invert" -> value.isEmpty() ? "" : "inverted";
            case "min_points" -> value.isEmpty() ? "" : value + " core points";
            default -> value.isEmpty() ? "" : parameter.replace('_', ' ') + " " + value;
        };
    }

    /** The values of parameters, by name, in a few words such as {@code 4 × 4, k = 3}; empty where none is set. */
    public static String words(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> word(one.getKey(), one.getValue()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String algorithm(String value) {
        return switch (value) {
            case "kmeans" -> "k-means";
            case "gaussian-mixture" -> "Gaussian mixture";
            case "dbscan" -> "DBSCAN";
            default -> value;
        };
    }

    private static String statistics(String value) {
        String[] ids = value.split(",", -1);
        return ids.length <= 2 ? String.join("+", ids) : String.format(Locale.ROOT, "%d statistics", ids.length);
    }
}
