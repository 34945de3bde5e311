// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.task.ProblemException;

class RunQueryTest {
    static final List<RunRecord> RUNS = List.of(
            run(1, "4x4", 2L, "kmeans", null, 0.9, List.of("good", "to show"), "a test", "2026-10-31T12:00:00Z"),
            run(2, "12x16", 3L, "hierarchical", "ward", 0.5, List.of(), null, "2026-11-02T12:00:00Z"),
            run(
                    3,
                    "16x16",
                    10L,
                    "hierarchical",
                    "complete",
                    null,
                    List.of("good"),
                    "Crystals",
                    "2026-11-20T12:00:00Z"));

    private static RunRecord run(
            long id,
            String grid,
            long clusters,
            String algorithm,
            @Nullable String linkage,
            @Nullable Double silhouette,
            List<String> tags,
            @Nullable String name,
            String started) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("grid", grid);
        parameters.put("clusters", clusters);
        parameters.put("algorithm", algorithm);
        parameters.put("linkage", linkage);
        parameters.put("pca", id != 2);
        parameters.put("statistics", List.of("std", "mean"));
        return new RunRecord(
                id,
                new UUID(0, id),
                "P",
                "E",
                1,
                "tiles",
                4,
                null,
                name,
                null,
                tags,
                Status.DONE,
                Instant.parse(started),
                Instant.parse(started),
                100,
                id == 3,
                parameters,
                silhouette == null ? Map.of() : Map.of("silhouette", silhouette),
                List.of(60, 40),
                List.of(),
                List.of(),
                Map.of(),
                new NewRun.Keys("i", "f", "l"),
                null,
                id == 1,
                null,
                ClusterStyles.NONE,
                new Provenance("2", "1", "17", "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clusters = 3 | 2",
                "clusters > 2 | 2 3",
                "clusters >= 2.5 and clusters <= 10 | 2 3",
                "clusters in (2, 10) | 1 3",
                "CLUSTERS In (2,10) AND Not algorithm = kmeans | 3",
                "silhouette > 0.4 | 1 2",
                "silhouette is null | 3",
                "silhouette is not null and silhouette < 0.6 | 2",
                "silhouette != 0.5 | 1",
                "not silhouette = 0.5 | 1 3",
                "linkage = \"ward\" or linkage = complete | 2 3",
                "linkage is null | 1",
                "tag = good | 1 3",
                "tag = 'to show' | 1",
                "tag != good | ",
                "not tag = good | 2",
                "tags contains SHOW | 1",
                "tag is null | 2",
                "name contains \"TEST\" | 1",
                "not name contains \"test\" | 2 3",
                "started > \"2026-11-01\" | 2 3",
                "started > 2026-11-02T12:30:00Z | 3",
                "started < \"2026-11-02 12:30\" and started >= 2026-10-31 | 1 2",
                "grid = 16 | 3",
                "grid > 4x4 | 2 3",
                "grid = \"12 x 16\" | 2",
                "pca = true | 1 3",
                "starred = true | 1",
                "pca = false or degenerate = true | 2 3",
                "statistics contains std and statistics = mean | 1 2 3",
                "statistics = \"std,mean\" | 1 2 3",
                "clusters = 2 or clusters = 3 and algorithm = kmeans | 1",
                "(clusters = 2 or clusters = 3) and algorithm = hierarchical | 2",
                "not (clusters = 2 or clusters = 3) | 3",
                "smallest < 41 and project = P and images = 4 | 1 2 3",
                "clusters in (2,3) and (silhouette > 0.8 or silhouette < 0.6) and not name contains test | 2"
            })
    void findsTheRunsThatFulfilIt(String condition, @Nullable String expected) {
        RunQuery query = RunQuery.parse(condition, RUNS);

        String found = String.join(
                " ",
                RUNS.stream()
                        .filter(query::matches)
                        .map(run -> Long.toString(run.id()))
                        .toList());
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clusters | column 9: =, !=, <",
                "clusters = | column 11: a number to compare clusters with was expected, but the condition ends",
                "clusters = three | column 12: clusters is a number, not \"three\"",
                "clusers = 3 | column 1: A run has no field \"clusers\". Did you mean \"clusters\"?",
                "clusters = 3 silhouette > 1 | column 14: and, or, or the end was expected in place of \"silhouette\"",
                "clusters in 3 | column 13: ( was expected in place of \"3\"",
                "clusters in (3 | column 15: ) was expected",
                "(clusters = 3 | column 14: ) was expected",
                "name contains \"test | column 15",
                "started > yesterday | column 11: started is a time; write it as \"2026-11-01\"",
                "pca = maybe | column 7: pca is true or false",
                "grid = wide | column 8: The grid is \"wide\"",
                "= 3 | column 1: a field, such as clusters",
                "name is 3 | column 9: null was expected",
                "clusters = 3 and | column 17: a field"
            })
    void aWrongConditionNamesTheColumnAndWhatWasExpectedThere(String condition, String said) {
        assertThatThrownBy(() -> RunQuery.parse(condition, RUNS))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The condition is wrong at ")
                .hasMessageContaining(said);
    }

    @Test
    void anEmptyConditionIsRefusedAndAnEmptyStoreHasNoFields() {
        assertThatThrownBy(() -> RunQuery.parse("  ", RUNS)).hasMessageContaining("The condition is empty");
        assertThat(RunQuery.parse("anything = 3", List.of())).isNotNull();
    }
}
