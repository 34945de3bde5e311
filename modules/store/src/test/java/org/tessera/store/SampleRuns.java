// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Scores;

/** Runs to record. */
final class SampleRuns {
    private SampleRuns() {}

    static NewRun run(String project, String experiment) {
        return run(project, experiment, null);
    }

    static NewRun inSweep(long sweep) {
        return run("P", "E", sweep);
    }

    /** A run made from another. */
    static NewRun child(long parent) {
        return run("P", "E", null, parent);
    }

    private static NewRun run(String project, String experiment, Long sweep) {
        return run(project, experiment, sweep, null);
    }

    private static NewRun run(String project, String experiment, Long sweep, Long parent) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("parent", parent);
        parameters.put("grid", "2x4");
        parameters.put("clusters", 3L);
        parameters.put("statistics", List.of("std", "mean"));
        parameters.put("standardize", true);
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
                sweep,
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
                new NewRun.Keys("a".repeat(64), "b".repeat(64), "d".repeat(64)),
                new Provenance("1", "1.0.0", "Java 17", "Linux"));
    }
}
