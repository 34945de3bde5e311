// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tessera.tracking.landscape.MadeUpRuns.kmeans;
import static org.tessera.tracking.landscape.MadeUpRuns.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunRecord;

class ParetoFrontTest {
    private static final ScoreName LOW = new ScoreName(Metric.DAVIES_BOULDIN, Space.CLUSTERED);

    private static ParetoFront front(List<RunRecord> runs) {
        return ParetoFront.of(runs, ScoreName.SILHOUETTE, LOW);
    }

    @Test
    void theFrontHasTheRunsThatNoneDominates() {
        ParetoFront front = front(List.of(
                kmeans(1, 4, 2, 1, 0.9, 1.0),
                kmeans(2, 4, 3, 1, 0.8, 0.5),
                kmeans(3, 4, 4, 1, 0.7, 0.6),
                kmeans(4, 4, 5, 1, 0.6, 0.4),
                kmeans(5, 4, 6, 1, 0.9, 1.2)));

        assertThat(front.front()).extracting(RunRecord::id).containsExactly(1L, 2L, 4L);
        assertThat(front.dominating(front.runs().get(2)))
                .extracting(RunRecord::id)
                .containsExactly(2L);
        assertThat(front.dominating(front.runs().get(4)))
                .extracting(RunRecord::id)
                .containsExactly(1L);
        assertThat(front.dominating(front.runs().get(0))).isEmpty();
    }

    @Test
    void runsEqualInBothScoresAreBothOnTheFront() {
        assertThat(front(List.of(kmeans(1, 4, 2, 1, 0.9, 1.0), kmeans(2, 4, 3, 1, 0.9, 1.0)))
                        .front())
                .extracting(RunRecord::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void aDegenerateRunIsShownButNeverOnTheFrontAndOneWithoutAScoreIsLeftOut() {
        ParetoFront front = front(List.of(
                MadeUpRuns.of(1, spec(4, new ClusteringSpec.KMeans(2, 10, 1)), true, 1.0, 0.1),
                kmeans(2, 4, 2, 1, 0.5, 0.5),
                kmeans(3, 4, 2, 1, 0.5)));

        assertThat(front.front()).extracting(RunRecord::id).containsExactly(2L);
        assertThat(front.runs()).extracting(RunRecord::id).containsExactly(1L, 2L);
    }

    @Test
    void theFrontIsThatOfTheDefinition() {
        SplittableRandom random = new SplittableRandom(7);
        List<RunRecord> runs = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            runs.add(kmeans(i, 4, 2, i, random.nextInt(40) / 40.0, random.nextInt(40) / 40.0));
        }
        List<Long> expected = runs.stream()
                .filter(run -> runs.stream().noneMatch(other -> dominates(other, run)))
                .map(RunRecord::id)
                .toList();

        assertThat(front(runs).front()).extracting(RunRecord::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean dominates(RunRecord one, RunRecord other) {
        double silhouette = one.scores().get("silhouette") - other.scores().get("silhouette");
        double index = other.scores().get("davies_bouldin") - one.scores().get("davies_bouldin");
        return silhouette >= 0 && index >= 0 && silhouette + index > 0;
    }
}
