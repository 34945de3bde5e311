// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the explorer.
 *
 * @param kind what it stands for
 * @param key of its own in the whole tree, the same from one snapshot to the next
 * @param id number of the image set, sweep or run; 0 for the others
 * @param sweep the sweep that a run stands under, else null
 * @param text at the left
 * @param detail at the right
 * @param mark how it stands
 * @param children below it
 */
record ExplorerNode(
        Kind kind,
        String key,
        long id,
        @Nullable Long sweep,
        String text,
        String detail,
        Mark mark,
        List<ExplorerNode> children) {
    /** What a line stands for. */
    enum Kind {
        ROOT,
        PROJECT,
        IMAGE_SET,
        EXPERIMENT,
        SWEEP,
        RUN
    }

    /** How a run or sweep stands. */
    enum Mark {
        NONE,
        GOOD,
        DEGENERATE,
        FAILED,
        STOPPED
    }

    ExplorerNode {
        children = List.copyOf(children);
    }

    /** The lines that contain a text, ignoring case, with what lies above and below them; all for a blank text. */
    ExplorerNode matching(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()
                || (kind != Kind.ROOT && text.toLowerCase(Locale.ROOT).contains(wanted))) {
            return this;
        }
        List<ExplorerNode> kept = children.stream()
                .map(child -> child.matching(filter))
                .filter(child -> !child.children.isEmpty()
                        || child.text.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return new ExplorerNode(kind, key, id, sweep, text, detail, mark, kept);
    }

    static ExplorerNode of(
            Kind kind, long id, String name, String text, String detail, Mark mark, List<ExplorerNode> children) {
        return new ExplorerNode(
                kind, kind.name().toLowerCase(Locale.ROOT) + ":" + name, id, null, text, detail, mark, children);
    }
}
