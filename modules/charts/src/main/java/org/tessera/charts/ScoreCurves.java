// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;

/** A score of many runs over one of their parameters, a line for each value of the others. */
public final class ScoreCurves {
    /** The parameter along the axis. */
    @SuppressWarnings("ImmutableEnumChecker") // the functions are stateless, the collections immutable
    public enum Axis {
        SLICES("slices per image side", ScoredRun::side, Set.of("grid"), List.of("clusters")),
        CLUSTERS("clusters", ScoredRun::clusters, Set.of("clusters"), List.of("grid")),
        COMPONENTS(
                "PCA components",
                ScoredRun::keptComponents,
                Set.of("pca_components", "pca"),
                List.of("grid", "clusters"));

        private final String label;
        private final Function<ScoredRun, OptionalDouble> x;
        private final Set<String> along;
        private final List<String> named;

        Axis(String label, Function<ScoredRun, OptionalDouble> x, Set<String> along, List<String> named) {
            this.label = label;
            this.x = x;
            this.along = along;
            this.named = named;
        }

        /** What lies along the axis. */
        public String label() {
            return label;
        }
    }

    private static final int MOST_SERIES = 12;

    private final ScoreName score;
    private final Axis axis;
    private final List<LinePlot.Series> series;
    private final List<Integer> bestFirst;
    private final Map<Long, Integer> lineOf = new HashMap<>();

    /** The curves of a score along an axis. */
    public ScoreCurves(List<ScoredRun> runs, ScoreName score, Axis axis) {
        List<ScoredRun> placed =
                runs.stream().filter(run -> axis.x.apply(run).isPresent()).toList();
        long values = placed.stream()
                .mapToDouble(run -> axis.x.apply(run).getAsDouble())
                .distinct()
                .count();
        this.score = score;
        this.axis = axis;
        this.series = values < 2 ? List.of() : series(placed, score, axis);
        List<Double> costs = series.stream()
                .map(line -> best(List.of(line), score)
                        .map(point -> score.metric().higherIsBetter() ? -point.y() : point.y())
                        .orElse(Double.POSITIVE_INFINITY))
                .toList();
        this.bestFirst = IntStream.range(0, series.size())
                .boxed()
                .sorted(Comparator.comparing(costs::get))
                .toList();
        for (int line = 0; line < series.size(); line++) {
            for (LinePlot.Point point : series.get(line).points()) {
                lineOf.put(point.run(), line);
            }
        }
    }

    /**
     * The plot; empty where fewer than two values lie along the axis. Inertia has no best value, since it falls with every
     * cluster and slice more.
     *
     * @param selected number of the run in hand, or null; its line is highlighted, else the line of the best run
     */
    public Optional<LinePlot> plot(@Nullable Long selected) {
        if (series.isEmpty()) {
            return Optional.empty();
        }
        List<LinePlot.Series> shown = mostInteresting(selected);
        Optional<LinePlot.Point> best = score.equals(ScoreName.INERTIA) ? Optional.empty() : best(shown, score);
        Optional<LinePlot.Point> inHand = shown.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> selected != null && point.run() == selected)
                .findFirst();
        OptionalInt highlighted = inHand.or(() -> best).stream()
                .flatMapToInt(point -> IntStream.range(0, shown.size())
                        .filter(i -> shown.get(i).points().contains(point)))
                .findFirst();
        String summary = (score.metric().higherIsBetter() ? "higher is better" : "lower is better")
                + best.map(point -> String.format(Locale.ROOT, "; best %.3f, run %d", point.y(), point.run()))
                        .orElse("")
                + (shown.size() < series.size() ? "; " + shown.size() + " of " + series.size() + " lines" : "");
        return Optional.of(new LinePlot(summary, axis.label, score.label(), shown, highlighted, best, inHand));
    }

    private static List<LinePlot.Series> series(List<ScoredRun> runs, ScoreName score, Axis axis) {
        SeriesNames names = new SeriesNames(runs, axis.along, axis.named);
        Map<String, Map<Double, LinePlot.Point>> lines = new LinkedHashMap<>();
        for (ScoredRun run : runs) {
            double x = axis.x.apply(run).getAsDouble();
            LinePlot.Point point = new LinePlot.Point(x, run.score(), run.run(), run.degenerate());
            lines.computeIfAbsent(names.of(run), name -> new LinkedHashMap<>())
                    .merge(x, point, (a, b) -> score.better(a.y(), b.y()) ? a : b);
        }
        List<LinePlot.Series> series = new ArrayList<>();
        lines.forEach((name, points) -> series.add(new LinePlot.Series(
                name,
                points.values().stream()
                        .sorted(Comparator.comparingDouble(LinePlot.Point::x))
                        .toList())));
        return series;
    }

    /** All lines if they are few, else that of the run in hand and those with the best values, in their order. */
    private List<LinePlot.Series> mostInteresting(@Nullable Long selected) {
        if (series.size() <= MOST_SERIES) {
            return series;
        }
        Integer inHand = selected == null ? null : lineOf.get(selected);
        Stream<Integer> first = inHand == null ? Stream.of() : Stream.of(inHand);
        return Stream.concat(first, bestFirst.stream())
                .distinct()
                .limit(MOST_SERIES)
                .sorted()
                .map(series::get)
                .toList();
    }

    private static Optional<LinePlot.Point> best(List<LinePlot.Series> series, ScoreName score) {
        return series.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> !point.degenerate())
                .reduce((a, b) -> score.better(b.y(), a.y()) ? b : a);
    }
}
