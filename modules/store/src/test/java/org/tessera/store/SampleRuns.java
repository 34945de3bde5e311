// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.run.FitSummary;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Scores;
import org.tessera.engine.score.SliceScores;

/** Runs to record. */
final class SampleRuns {
    private SampleRuns() {}

    static NewRun run(String project, String experiment) {
        return run(project, experiment, null, null);
    }

    static NewRun inSweep(long sweep) {
        return run("P", "E", new SweepSlot(sweep, 0), null);
    }

    /** A run like {@link #run}, but for its identity. */
    static NewRun withKey(String key) {
        return withKey(key, null);
    }

    static NewRun withKey(String key, SweepSlot slot) {
        return with(new NewRun.Keys(key, "b".repeat(64), key), slot);
    }

    /** A run like {@link #run}, but for its labels. */
    static NewRun withLabelKey(String key) {
        return with(new NewRun.Keys("a".repeat(64), "b".repeat(64), key), null);
    }

    private static NewRun with(NewRun.Keys keys, SweepSlot slot) {
        NewRun one = run("P", "E");
        return new NewRun(
                one.uuid(),
                one.placement(),
                one.imageSet(),
                slot,
                one.started(),
                one.finished(),
                one.parameters(),
                one.seed(),
                one.labels(),
                one.slices(),
                one.scores(),
                one.explainedVarianceRatio(),
                one.warnings(),
                one.timingsMillis(),
                one.summary(),
                one.sliceScores(),
                keys,
                one.provenance());
    }

    /** A sweep of as many runs as asked. */
    static NewSweep sweep(int runs) {
        NewRun one = run("P", "E");
        return new NewSweep(
                UUID.randomUUID(),
                one.placement(),
                one.imageSet(),
                false,
                Collections.nCopies(runs, one.parameters()),
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** A run made from another. */
    static NewRun child(long parent) {
        return run("P", "E", null, parent);
    }

    private static NewRun run(String project, String experiment, SweepSlot slot, Long parent) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("parent", parent);
        parameters.put("parent_clusters", parent == null ? null : List.of("0"));
        parameters.put("grid", "2x4");
        parameters.put("clusters", 3L);
        parameters.put("statistics", List.of("std", "mean"));
        parameters.put("standardize", true);
        parameters.put("pca", true);
        parameters.put("algorithm", "kmeans");
        parameters.put("restarts", 20L);
        parameters.put("linkage", null);
        parameters.put("share", 0.1);
        parameters.put("seed", Long.MAX_VALUE);
        Map<String, Double> timings = new LinkedHashMap<>();
        timings.put("read", 3.5);
        timings.put("cluster", 9.0);
        ImageInfo info = new ImageInfo(
                new ImageFile(Path.of("/images/a.tif"), "a.tif page 2", 2),
                100,
                50,
                16,
                10_123,
                "f".repeat(64),
                "e".repeat(64),
                3,
                new PixelSize(0.0125, 0.013));
        return new NewRun(
                UUID.randomUUID(),
                new Placement(project, experiment, "a name", "a note", List.of("to show", "good", "good")),
                new ImageSetRecord(
                        ImageSetRecord.Kind.IMAGES, "set", "c".repeat(64), 1, 1, List.of(new StoredImage(info, 0))),
                slot,
                Instant.parse("2026-11-24T08:00:00.123456Z"),
                Instant.parse("2026-11-24T08:00:01Z"),
                parameters,
                Long.MAX_VALUE,
                Labels.canonical(new int[] {0, 0, 0, 1, 1, 0, 0, 2}),
                null,
                new Scores(Map.of(ScoreName.SILHOUETTE, 0.1 + 0.2, ScoreName.INERTIA, 123.0)),
                List.of(0.75, 0.25),
                List.of("One.", "Two."),
                timings,
                new FitSummary(
                        List.of(
                                new FitSummary.Feature("std", 1.5, 0.5, 0, 3),
                                new FitSummary.Feature("mean", 1e6, 10, 1e6 - 20, 1e6 + 20)),
                        List.of(List.of(0.6, 0.8), List.of(-0.8, 0.6))),
                Map.of(NewRun.SILHOUETTE, SliceScores.of(new double[] {0.5, -0.25, 1, Double.NaN, 0, 0, 0, 0.125})),
                new NewRun.Keys("a".repeat(64), "b".repeat(64), "d".repeat(64)),
                new Provenance("1", "1.0.0", "Java 17", "Linux"));
    }
}
