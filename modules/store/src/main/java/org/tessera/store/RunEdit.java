// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is said of runs, as {@link RunEdits#undo} needs it.
 *
 * @param field what was changed
 * @param tags those that were added or taken away, else none
 * @param before what was said of each run before, of every field
 */
public record RunEdit(Field field, List<String> tags, List<Said> before) {
    /** What a user may change. */
    public enum Field {
        NAME,
        NOTE,
        STAR,
        TAGS,
        EXPERIMENT,
        DELETED,
        CLUSTERS
    }

    /**
     * What is said of a run.
     *
     * @param run its number
     * @param name or null
     * @param note or null
     * @param starred whether it is starred
     * @param deleted when, or null
     * @param experiment name of its experiment
     * @param tags each once
     * @param clusters how its clusters are named, coloured and ordered
     */
    public record Said(
            long run,
            @Nullable String name,
            @Nullable String note,
            boolean starred,
            @Nullable Instant deleted,
            String experiment,
            List<String> tags,
            ClusterStyles clusters) {
        static Said of(RunRecord run) {
            return new Said(
                    run.id(),
                    run.name(),
                    run.note(),
                    run.starred(),
                    run.deleted(),
                    run.experiment(),
                    run.tags(),
                    run.clusters());
        }
    }

    public RunEdit {
        tags = List.copyOf(tags);
        before = List.copyOf(before);
    }

    /** The runs that were changed. */
    public List<Long> runs() {
        return before.stream().map(Said::run).toList();
    }
}
