// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tessera.charts.ParallelPlot;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.VaryingParameter;

/** Runs as lines across the parameters in which they differ and two scores. */
final class ParallelRuns {
    private ParallelRuns() {}

    static ParallelPlot of(TradeOffsState state) {
        List<ParallelPlot.Axis> axes = new ArrayList<>();
        List<ToDoubleFunction<RunRecord>> places = new ArrayList<>();
        for (VaryingParameter parameter : state.varying()) {
            List<String> values = parameter.values();
            double step = 1.0 / (values.size() - 1);
            axes.add(new ParallelPlot.Axis(
                    LandscapeView.words(parameter.name()),
                    IntStream.range(0, values.size())
                            .mapToObj(i -> new ParallelPlot.Tick(i * step, shortened(values.get(i))))
                            .toList(),
                    false));
            places.add(run -> values.indexOf(run.parameterText(parameter.name())) * step);
        }
        for (ScoreName score :
                new LinkedHashSet<>(List.of(state.front().one(), state.front().other()))) {
            double[] values = state.runs().stream()
                    .map(run -> run.score(score))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .sorted()
                    .toArray();
            if (values.length > 0) {
                double least = values[0];
                double span = Math.max(values[values.length - 1] - least, 1e-12);
                axes.add(new ParallelPlot.Axis(
                        score.label(),
                        List.of(
                                new ParallelPlot.Tick(0, text(least)),
                                new ParallelPlot.Tick(0.5, text(least + span / 2)),
                                new ParallelPlot.Tick(1, text(least + span))),
                        true));
                places.add(run ->
                        run.score(score).isPresent() ? (run.score(score).getAsDouble() - least) / span : Double.NaN);
            }
        }
        return new ParallelPlot(
                axes,
                state.runs().stream()
                        .map(run -> new ParallelPlot.Line(
                                run.id(),
                                places.stream()
                                        .map(place -> place.applyAsDouble(run))
                                        .toList(),
                                run.degenerate()))
                        .toList(),
                state.selected());
    }

    private static String shortened(String value) {
        String shown = value.isEmpty() ? "–" : value.replace("x", "×");
        return shown.length() > 14 ? shown.substring(0, 13) + "…" : shown;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.3f" : "%.4g", value);
    }
}
