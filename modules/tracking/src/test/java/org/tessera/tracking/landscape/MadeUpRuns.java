// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking.landscape;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.slice.Grid;
import org.tessera.store.ClusterStyles;
import org.tessera.store.NewRun;
import org.tessera.store.Provenance;
import org.tessera.store.RunRecord;
import org.tessera.store.Status;

/** Records of runs that nobody made. */
public final class MadeUpRuns {
    private MadeUpRuns() {}

    /**
     * A run of k-means.
     *
     * @param values silhouette, then Davies-Bouldin, as many as there are
     */
    public static RunRecord kmeans(long id, int side, int clusters, long seed, double... values) {
        return of(id, spec(side, new ClusteringSpec.KMeans(clusters, 10, seed)), false, values);
    }

    /** What a run was to do. */
    public static RunSpec spec(int side, ClusteringSpec clustering) {
        return new RunSpec(new Grid(side, side), List.of("mean", "std"), true, true, OptionalInt.empty(), clustering);
    }

    /**
     * A run.
     *
     * @param values silhouette, then Davies-Bouldin, as many as there are
     */
    public static RunRecord of(long id, RunSpec spec, boolean degenerate, double... values) {
        Map<String, Double> scores = new LinkedHashMap<>();
        String[] names = {"silhouette", "davies_bouldin"};
        for (int i = 0; i < values.length; i++) {
            scores.put(names[i], values[i]);
        }
        Map<String, @Nullable Object> parameters = SpecParameters.of(spec);
        Instant when = Instant.parse("2026-11-26T12:00:00Z");
        return new RunRecord(
                id,
                new UUID(0, id),
                "P",
                "E",
                1,
                "tiles",
                1,
                null,
                null,
                null,
                List.of(),
                Status.DONE,
                when,
                when,
                100,
                degenerate,
                parameters,
                scores,
                List.of(60, 40),
                List.of(),
                List.of(),
                Map.of(),
                new NewRun.Keys("i" + id, "f", "l" + id),
                null,
                false,
                null,
                ClusterStyles.NONE,
                new Provenance("1", "1", "17", "m"));
    }
}
