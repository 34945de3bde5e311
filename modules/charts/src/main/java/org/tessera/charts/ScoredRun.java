// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tessera.engine.slice.Grid;

/**
 * A run as a point of a score curve.
 *
 * @param run its number
 * @param parameters its parameters as text, by the names of the command line's JSON; empty where one does not apply
 * @param components PCA components kept; empty without PCA
 * @param score the value plotted
 * @param degenerate whether its smallest cluster is too small to trust
 */
public record ScoredRun(
        long run, Map<String, String> parameters, OptionalInt components, double score, boolean degenerate) {
    public ScoredRun {
        parameters = Map.copyOf(new TreeMap<>(parameters));
    }

    /** A parameter as text, empty where it does not apply. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Slices per image side (root of rows x columns); empty without a grid. */
    OptionalDouble side() {
        String grid = parameter("grid");
        return grid.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(Grid.parse(grid).slices()));
    }

    /** Clusters asked for; empty where the algorithm finds out. */
    OptionalDouble clusters() {
        String clusters = parameter("clusters");
        return clusters.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Integer.parseInt(clusters));
    }

    /** PCA components kept, along an axis. */
    OptionalDouble keptComponents() {
        return components.isPresent() ? OptionalDouble.of(components.getAsInt()) : OptionalDouble.empty();
    }
}
