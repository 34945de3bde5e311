// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tessera.engine.run.RunSpec;
import org.tessera.store.RunRecord;

/** How long a sweep will take, from what runs on the same images took: time grows with slices, clusters and restarts. */
final class SweepEstimate {
    private static final int RECENT = 60;

    private SweepEstimate() {}

    /**
     * Seconds, or empty where nothing was recorded on the images with that algorithm.
     *
     * @param specs of the sweep
     * @param images how many are used
     * @param runs recorded on the images, oldest first
     */
    static OptionalDouble seconds(List<RunSpec> specs, int images, List<RunRecord> runs) {
        double millis = 0;
        double work = 0;
        for (RunRecord run : runs.subList(Math.max(0, runs.size() - RECENT), runs.size())) {
            boolean alike = !specs.isEmpty()
                    && Objects.equals(
                            run.parameters().get("algorithm"),
                            specs.get(0).clustering().algorithm());
            Double cluster = run.timingsMillis().get("cluster");
            Double score = run.timingsMillis().get("score");
            if (alike && cluster != null && score != null) {
                millis += cluster + score;
                work += work(run.slices(), run.spec());
            }
        }
        if (work == 0) {
            return OptionalDouble.empty();
        }
        double planned = 0;
        for (RunSpec spec : specs) {
            int slices =
                    Optional.ofNullable(spec.grid()).map(grid -> grid.slices()).orElse(0) * images;
            planned += work(slices, spec);
        }
        return OptionalDouble.of(planned * millis / work / 1000);
    }

    private static double work(int slices, RunSpec spec) {
        return slices * (double) Math.max(2, spec.clustering().clusters());
    }

    /** In words, such as {@code about 12 s}. */
    static String text(double seconds) {
        if (seconds < 1) {
            return "under a second";
        }
        return seconds < 90
                ? String.format(Locale.ROOT, "about %.0f s", seconds)
                : String.format(Locale.ROOT, "about %.0f min", seconds / 60);
    }
}
