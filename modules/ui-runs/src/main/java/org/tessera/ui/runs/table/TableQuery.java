// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.store.SortKey;

/**
 * What the table is asked to show.
 *
 * @param condition of {@link org.tessera.store.RunQuery}; blank for every run
 * @param sorts the first first
 * @param grouped whether the runs of a sweep stay together
 * @param folded sweeps whose runs are not shown, 0 for those outside a sweep
 * @param baseline number of the run that others are compared with, or null
 */
record TableQuery(
        String condition,
        List<SortKey> sorts,
        boolean grouped,
        Set<Long> folded,
        @Nullable Long baseline) {
    static final TableQuery ALL = new TableQuery("", List.of(), false, Set.of(), null);

    TableQuery {
        sorts = List.copyOf(sorts);
        folded = Set.copyOf(folded);
    }

    TableQuery withCondition(String other) {
        return new TableQuery(other, sorts, grouped, folded, baseline);
    }

    TableQuery withGrouped(boolean other) {
        return new TableQuery(condition, sorts, other, folded, baseline);
    }

    TableQuery withBaseline(@Nullable Long other) {
        return new TableQuery(condition, sorts, grouped, folded, other);
    }

    /** A group folded, or unfolded. */
    TableQuery turned(long group) {
        Set<Long> other = new HashSet<>(folded);
        if (!other.remove(group)) {
            other.add(group);
        }
        return new TableQuery(condition, sorts, grouped, other, baseline);
    }

    /**
     * Sorted by a field: descending at the first click (a score by its best first), then ascending, then no more.
     *
     * @param more whether the other fields stay, the new one being the last
     * @param bestFirst whether the first click sorts descending
     */
    TableQuery sortedBy(String field, boolean more, boolean bestFirst) {
        List<SortKey> others = new ArrayList<>(sorts);
        SortKey now = others.stream()
                .filter(key -> key.field().equals(field))
                .findFirst()
                .orElse(null);
        SortKey next = now == null
                ? new SortKey(field, bestFirst)
                : now.descending() == bestFirst ? new SortKey(field, !bestFirst) : null;
        if (!more) {
            others.clear();
        }
        int at = now == null ? -1 : others.indexOf(now);
        if (at >= 0) {
            others.remove(at);
        }
        if (next != null) {
            others.add(at >= 0 ? at : others.size(), next);
        }
        return new TableQuery(condition, others, grouped, folded, baseline);
    }
}
