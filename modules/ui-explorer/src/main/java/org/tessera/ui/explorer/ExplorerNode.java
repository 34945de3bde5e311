// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A line of the explorer. The lines below it are made when they are asked for. User interface's thread. */
final class ExplorerNode {
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

    private final Kind kind;
    private final String key;
    private final long id;
    private final @Nullable Long sweep;
    private final String text;
    private final String detail;
    private final Mark mark;
    private final Supplier<List<ExplorerNode>> below;
    private @Nullable List<ExplorerNode> children;

    /**
     * @param kind what it stands for
     * @param key of its own in the whole tree, the same from one snapshot to the next
     * @param id number of the image set, sweep or run; 0 for the others
     * @param sweep the sweep that a run stands under, else null
     * @param text at the left
     * @param detail at the right
     * @param mark how it stands
     * @param below makes the lines below it
     */
    ExplorerNode(
            Kind kind,
            String key,
            long id,
            @Nullable Long sweep,
            String text,
            String detail,
            Mark mark,
            Supplier<List<ExplorerNode>> below) {
        this.kind = kind;
        this.key = key;
        this.id = id;
        this.sweep = sweep;
        this.text = text;
        this.detail = detail;
        this.mark = mark;
        this.below = below;
    }

    static ExplorerNode of(
            Kind kind,
            long id,
            String name,
            String text,
            String detail,
            Mark mark,
            Supplier<List<ExplorerNode>> below) {
        return new ExplorerNode(kind, key(kind, name), id, null, text, detail, mark, below);
    }

    static String key(Kind kind, String name) {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    Kind kind() {
        return kind;
    }

    String key() {
        return key;
    }

    long id() {
        return id;
    }

    @Nullable
    Long sweep() {
        return sweep;
    }

    String text() {
        return text;
    }

    String detail() {
        return detail;
    }

    Mark mark() {
        return mark;
    }

    boolean leaf() {
        return kind == Kind.RUN || kind == Kind.IMAGE_SET;
    }

    /** The lines below it. */
    List<ExplorerNode> children() {
        List<ExplorerNode> made = children;
        if (made == null) {
            made = List.copyOf(below.get());
            children = made;
        }
        return made;
    }

    /** The lines that contain a text, ignoring case, with what lies above and below them; all for a blank text. */
    ExplorerNode matching(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || (kind != Kind.ROOT && contains(wanted))) {
            return this;
        }
        List<ExplorerNode> kept = children().stream()
                .map(child -> child.leaf() ? child : child.matching(filter))
                .filter(child -> child.contains(wanted)
                        || (!child.leaf() && !child.children().isEmpty()))
                .toList();
        return new ExplorerNode(kind, key, id, sweep, text, detail, mark, () -> kept);
    }

    private boolean contains(String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    @Override
    public String toString() {
        return text;
    }
}
