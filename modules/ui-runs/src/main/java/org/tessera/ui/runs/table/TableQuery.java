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
 * @param groupBy field of which runs with the same value stay together; empty for none
 * @param folded values whose runs are not shown
 * @param baseline number of the run that others are compared with, or null
 */
record TableQuery(
        String condition,
        List<SortKey> sorts,
        String groupBy,
        Set<String> folded,
        @Nullable Long baseline) {
    static final TableQuery ALL = new TableQuery("", List.of(), "", Set.of(), null);

    TableQuery {
        sorts = List.copyOf(sorts);
        folded = Set.copyOf(folded);
    }

    TableQuery withCondition(String other) {
        return new TableQuery(other, sorts, groupBy, folded, baseline);
    }

    TableQuery groupedBy(String field) {
        return new TableQuery(condition, sorts, field, Set.of(), baseline);
    }

    TableQuery withBaseline(@Nullable Long other) {
        return new TableQuery(condition, sorts, groupBy, folded, other);
    }

    /** A group folded, or unfolded. */
    TableQuery turned(String group) {
        Set<String> other = new HashSet<>(folded);
        if (!other.remove(group)) {
            other.add(group);
        }
        return new TableQuery(condition, sorts, groupBy, other, baseline);
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
        return new TableQuery(condition, others, groupBy, folded, baseline);
    }
}
