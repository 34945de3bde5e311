// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;

/**
 * A recorded run, without its labels.
 *
 * @param id its number in this store, 1 or more
 * @param project name of its project
 * @param experiment name of its experiment
 * @param imageSet id of its image set
 * @param imageSetName as shown
 * @param images how many
 * @param sweep id of its sweep, or null
 * @param name or null
 * @param note or null
 * @param tags in alphabetical order
 * @param status where it stands
 * @param started when
 * @param finished when
 * @param slices how many, those without a label included
 * @param degenerate whether its smallest cluster is too small to trust
 * @param parameters typed values in order: Long, Double, Boolean, String, list of strings, or null
 * @param scores id to value, those that are defined
 * @param clusterSizes descending
 * @param explainedVarianceRatio of each PCA component
 * @param warnings sentences for the user
 * @param timingsMillis step to milliseconds, in order
 * @param identityKey see {@link NewRun.Keys}
 * @param labelKey see {@link NewRun.Keys}
 * @param sameLabelsAs the earliest run with the same partition of the same slices, or null
 * @param provenance what made it
 */
public record RunRecord(
        long id,
        String project,
        String experiment,
        long imageSet,
        String imageSetName,
        int images,
        @Nullable Long sweep,
        @Nullable String name,
        @Nullable String note,
        List<String> tags,
        Status status,
        Instant started,
        Instant finished,
        int slices,
        boolean degenerate,
        Map<String, @Nullable Object> parameters,
        Map<String, Double> scores,
        List<Integer> clusterSizes,
        List<Double> explainedVarianceRatio,
        List<String> warnings,
        Map<String, Double> timingsMillis,
        String identityKey,
        String labelKey,
        @Nullable Long sameLabelsAs,
        Provenance provenance) {
    public RunRecord {
        tags = List.copyOf(tags);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        clusterSizes = List.copyOf(clusterSizes);
        explainedVarianceRatio = List.copyOf(explainedVarianceRatio);
        warnings = List.copyOf(warnings);
        timingsMillis = Collections.unmodifiableMap(new LinkedHashMap<>(timingsMillis));
    }

    /** A score, or empty where it is not defined. */
    public OptionalDouble score(ScoreName score) {
        Double value = scores.get(score.id());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Every parameter as text, in order; empty where one has no value. */
    public Map<String, String> parameterTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.keySet().forEach(name -> texts.put(name, parameterText(name)));
        return texts;
    }

    /** A parameter as text; empty where it has no value. */
    public String parameterText(String parameter) {
        Object value = parameters.get(parameter);
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value == null ? "" : value.toString();
    }
}
