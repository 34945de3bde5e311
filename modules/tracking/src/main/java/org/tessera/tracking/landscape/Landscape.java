// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunRecord;

/**
 * A score over two parameters. Where several runs share both, the best of those counts whose other parameters are as wanted; a
 * run that is not degenerate is better than one that is.
 *
 * @param x along the axis
 * @param y upwards
 * @param cells a row for each value of {@code y}, in it a place for each value of {@code x}; null where there is no run
 */
public record Landscape(VaryingParameter x, VaryingParameter y, List<List<@Nullable Cell>> cells) {
    /** What belongs to an algorithm: a run of another algorithm takes it from one that has it. */
    private static final List<String> OF_ALGORITHM =
            List.of("algorithm", "linkage", "metric", "restarts", "seed", "neighbors", "eps", "min_points");

    /**
     * A run in its place.
     *
     * @param run the best there
     * @param value its score
     */
    public record Cell(RunRecord run, double value) {}

    public Landscape {
        cells = cells.stream().map(Collections::unmodifiableList).toList();
    }

    /**
     * The landscape of runs.
     *
     * @param fixed values that other parameters must have, by name
     */
    public static Landscape of(
            List<RunRecord> runs, ScoreName score, VaryingParameter x, VaryingParameter y, Map<String, String> fixed) {
        Map<String, Map<String, Cell>> best = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            boolean wanted = fixed.entrySet().stream()
                    .allMatch(one -> run.parameterText(one.getKey()).equals(one.getValue()));
            if (wanted && run.score(score).isPresent()) {
                best.computeIfAbsent(run.parameterText(y.name()), value -> new LinkedHashMap<>())
                        .merge(
                                run.parameterText(x.name()),
                                new Cell(run, run.score(score).getAsDouble()),
                                (a, b) -> better(b, a, score) ? b : a);
            }
        }
        List<List<@Nullable Cell>> cells = new ArrayList<>();
        for (String row : y.values()) {
            List<@Nullable Cell> line = new ArrayList<>();
            for (String column : x.values()) {
                line.add(best.getOrDefault(row, Map.of()).get(column));
            }
            cells.add(line);
        }
        return new Landscape(x, y, cells);
    }

    private static boolean better(Cell one, Cell other, ScoreName score) {
        return one.run.degenerate() == other.run.degenerate()
                ? score.better(one.value, other.value)
                : other.run.degenerate();
    }

    /** The best cell, which is never of a degenerate run. */
    public Optional<Cell> best(ScoreName score) {
        Cell best = null;
        for (List<@Nullable Cell> row : cells) {
            for (Cell cell : row) {
                if (cell != null && !cell.run.degenerate() && (best == null || score.better(cell.value, best.value))) {
                    best = cell;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many places have no run. */
    public int empty() {
        return (int) cells.stream()
                .flatMap(List::stream)
                .filter(cell -> cell == null)
                .count();
    }

    /**
     * What to run for the places that have no run; nothing for a place that makes no sense, such as a linkage of k-means.
     *
     * @param base has the other parameters
     * @param fixed values that they must have
     * @param runs from which values are taken
     */
    public List<RunSpec> missing(RunRecord base, Map<String, String> fixed, List<RunRecord> runs) {
        Set<RunSpec> specs = new LinkedHashSet<>();
        for (int row = 0; row < y.values().size(); row++) {
            for (int column = 0; column < x.values().size(); column++) {
                if (cells.get(row).get(column) == null) {
                    spec(column, row, base, fixed, runs).ifPresent(specs::add);
                }
            }
        }
        return List.copyOf(specs);
    }

    /** What to run for one place; empty where it makes no sense. */
    public Optional<RunSpec> spec(
            int column, int row, RunRecord base, Map<String, String> fixed, List<RunRecord> runs) {
        Map<String, String> wanted = new LinkedHashMap<>(fixed);
        wanted.put(x.name(), x.values().get(column));
        wanted.put(y.name(), y.values().get(row));
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>(base.parameters());
        parameters.put("applied", null);
        if (wanted.containsKey("algorithm")) {
            take(OF_ALGORITHM, runs, "algorithm", wanted.get("algorithm"), parameters);
        }
        wanted.forEach((name, value) -> {
            if (!name.equals("algorithm")) {
                take(List.of(name), runs, name, value, parameters);
            }
        });
        try {
            RunSpec spec = SpecParameters.toSpec(parameters);
            Map<String, @Nullable Object> made = SpecParameters.of(spec);
            boolean asWanted = wanted.entrySet().stream()
                    .allMatch(one -> RunRecord.text(made.get(one.getKey())).equals(one.getValue()));
            boolean asked = !(spec.clustering() instanceof ClusteringSpec.Consensus);
            return asWanted && asked ? Optional.of(spec) : Optional.empty();
        } catch (ProblemException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes values from the first run in which a parameter has a value. */
    private static void take(
            List<String> names,
            List<RunRecord> runs,
            String parameter,
            @Nullable String value,
            Map<String, @Nullable Object> into) {
        runs.stream()
                .filter(run -> run.parameterText(parameter).equals(value))
                .findFirst()
                .ifPresent(run ->
                        names.forEach(name -> into.put(name, run.parameters().get(name))));
    }
}
