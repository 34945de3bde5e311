// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The scores of a run; one that is not defined is absent, never a NaN.
 *
 * @param values finite values
 */
public record Scores(Map<ScoreName, Double> values) {
    public Scores {
        values = Map.copyOf(values);
        if (!values.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not finite: " + values);
        }
    }

    /** The value, or empty where it is not defined. */
    public OptionalDouble get(ScoreName name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static final class Builder {
        private final Map<ScoreName, Double> values = new LinkedHashMap<>();

        void put(ScoreName name, double value) {
            if (Double.isFinite(value)) {
                values.put(name, value);
            }
        }

        Scores build() {
            return new Scores(values);
        }
    }
}
