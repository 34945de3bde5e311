// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tessera.charts.LinePlot;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.Grid;
import org.tessera.store.RunRecord;

/** Which plots a set of runs is worth, and the plots. */
public final class ScoreCurves {
    /** The parameter along the axis. */
    @SuppressWarnings("ImmutableEnumChecker") // the functions are stateless
    public enum Axis {
        SLICES("slices per image side", run -> side(run), run -> "k = " + run.parameterText("clusters")),
        CLUSTERS("clusters", run -> number(run, "clusters"), run -> run.parameterText("grid")
                .replace("x", " × ")),
        COMPONENTS(
                "PCA components",
                run -> run.explainedVarianceRatio().isEmpty()
                        ? Double.NaN
                        : run.explainedVarianceRatio().size(),
                run -> run.parameterText("grid").replace("x", " × ") + ", k = " + run.parameterText("clusters"));

        private final String label;
        private final transient ToDoubleFunction<RunRecord> x;
        private final transient Function<RunRecord, String> series;

        Axis(String label, ToDoubleFunction<RunRecord> x, Function<RunRecord, String> series) {
            this.label = label;
            this.x = x;
            this.series = series;
        }
    }

    private static final int MOST_SERIES = 12;

    private ScoreCurves() {}

    /** The plot of a score along an axis; empty where fewer than two values lie along it. */
    public static Optional<LinePlot> plot(List<RunRecord> runs, ScoreName score, Axis axis) {
        List<RunRecord> scored = runs.stream()
                .filter(run -> run.score(score).isPresent() && !Double.isNaN(axis.x.applyAsDouble(run)))
                .toList();
        if (new TreeSet<>(scored.stream().map(axis.x::applyAsDouble).toList()).size() < 2) {
            return Optional.empty();
        }
        Map<String, Map<Double, LinePlot.Point>> lines = new LinkedHashMap<>();
        for (RunRecord run : scored) {
            double x = axis.x.applyAsDouble(run);
            LinePlot.Point point = new LinePlot.Point(x, run.score(score).orElseThrow(), run.id(), run.degenerate());
            lines.computeIfAbsent(axis.series.apply(run), name -> new LinkedHashMap<>())
                    .merge(x, point, (a, b) -> score.better(a.y(), b.y()) ? a : b);
        }
        List<LinePlot.Series> series = new ArrayList<>();
        lines.forEach((name, points) -> series.add(new LinePlot.Series(
                name,
                points.values().stream()
                        .sorted(Comparator.comparingDouble(LinePlot.Point::x))
                        .toList())));
        List<LinePlot.Series> shown = series.size() > MOST_SERIES ? series.subList(0, MOST_SERIES) : series;
        Optional<LinePlot.Point> best = best(shown, score);
        OptionalInt highlighted = best.stream()
                .flatMapToInt(point -> java.util.stream.IntStream.range(0, shown.size())
                        .filter(i -> shown.get(i).points().contains(point)))
                .findFirst();
        return Optional.of(new LinePlot(
                score.label() + " (" + (score.metric().higherIsBetter() ? "higher" : "lower") + " is better)",
                axis.label,
                score.label(),
                shown,
                highlighted,
                best));
    }

    private static Optional<LinePlot.Point> best(List<LinePlot.Series> series, ScoreName score) {
        return series.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> !point.degenerate())
                .reduce((a, b) -> score.better(b.y(), a.y()) ? b : a);
    }

    private static double side(RunRecord run) {
        return RunExport.grid(run).map(Grid::slices).map(Math::sqrt).orElse(Double.NaN);
    }

    private static double number(RunRecord run, String parameter) {
        return run.parameters().get(parameter) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
