// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.slice.Slicing;

/**
 * A recorded run, without its labels.
 *
 * @param id its number in this store, 1 or more; {@link #UNRECORDED} for one that is not in a store
 * @param uuid its own, the same in every store
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
 * @param clusterSizes by label: descending, unless the labels are those of another run
 * @param explainedVarianceRatio of each PCA component
 * @param warnings sentences for the user
 * @param timingsMillis step to milliseconds, in order
 * @param keys what identifies it
 * @param sameLabelsAs the earliest run with the same partition of the same slices, or null
 * @param starred whether the user starred it
 * @param deleted when it was deleted, or null
 * @param clusters how the user names, colours and orders its clusters
 * @param provenance what made it
 */
public record RunRecord(
        long id,
        UUID uuid,
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
        NewRun.Keys keys,
        @Nullable Long sameLabelsAs,
        boolean starred,
        @Nullable Instant deleted,
        ClusterStyles clusters,
        Provenance provenance) {
    /** The number of a run that is not recorded. */
    public static final long UNRECORDED = 0;

    /** In place of a run where slices are of none. */
    public static final RunRecord NONE = new RunRecord(
            UNRECORDED,
            new UUID(0, 0),
            "",
            "",
            0,
            "",
            0,
            null,
            null,
            null,
            List.of(),
            Status.DONE,
            Instant.EPOCH,
            Instant.EPOCH,
            0,
            false,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            new NewRun.Keys("", "", ""),
            null,
            false,
            null,
            ClusterStyles.NONE,
            new Provenance("", "", "", ""));

    public RunRecord {
        tags = List.copyOf(tags);
        parameters = NamedValues.copyOf(parameters);
        scores = NamedValues.copyOf(scores);
        clusterSizes = List.copyOf(clusterSizes);
        explainedVarianceRatio = List.copyOf(explainedVarianceRatio);
        warnings = List.copyOf(warnings);
        timingsMillis = NamedValues.copyOf(timingsMillis);
    }

    /** Whether it is in a store. */
    public boolean recorded() {
        return id != UNRECORDED;
    }

    /** A score, or empty where it is not defined. */
    public OptionalDouble score(ScoreName score) {
        Double value = scores.get(score.id());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** See {@link NewRun.Keys}. */
    public String identityKey() {
        return keys.identity();
    }

    /** See {@link NewRun.Keys}. */
    public String labelKey() {
        return keys.labels();
    }

    /** What it was asked to do. */
    public RunSpec spec() {
        return SpecParameters.toSpec(parameters);
    }

    /** How its images became slices; empty where it was made from a feature table. */
    public Optional<Slicing> slicing() {
        return Optional.ofNullable(spec().slicing());
    }

    /** Which scores to show: all, but those of a sample in place of exact ones that were not computed. */
    public List<ScoreName> shownScores() {
        return ScoreName.withSampled().stream()
                .filter(name -> switch (name.metric()) {
                    case SILHOUETTE_SAMPLED -> score(name).isPresent();
                    case SILHOUETTE ->
                        score(new ScoreName(Metric.SILHOUETTE_SAMPLED, name.space()))
                                .isEmpty();
                    default -> true;
                })
                .toList();
    }

    /** Slices of the smallest cluster; empty without a cluster. */
    public OptionalInt smallestCluster() {
        return clusterSizes.stream().mapToInt(Integer::intValue).min();
    }

    /** Every parameter as text, in order; empty where one has no value. */
    public Map<String, String> parameterTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.keySet().forEach(name -> texts.put(name, parameterText(name)));
        return texts;
    }

    /** A parameter as text; empty where it has no value. */
    public String parameterText(String parameter) {
        return text(parameters.get(parameter));
    }

    /** A value of a parameter as text; empty for none. */
    public static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value == null ? "" : value.toString();
    }
}
