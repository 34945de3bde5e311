// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** What the parameters were, to go back and forth. One drag of a slider, or one text typed, is one step. */
final class ParameterHistory {
    /** Changes of the same field that follow each other faster are one. */
    private static final long TOGETHER_NANOS = 800_000_000L;

    private static final int MOST = 500;

    private final LongSupplier nanos;
    private final Deque<ParametersState> before = new ArrayDeque<>();
    private final Deque<ParametersState> after = new ArrayDeque<>();
    private Set<String> fields = Set.of();
    private boolean dragging;
    private long last;

    ParameterHistory(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The parameters have changed; {@code drag}: by a slider that is still held. */
    void changed(ParametersState from, ParametersState to, boolean drag) {
        if (from.equals(to)) {
            dragging &= drag;
            return;
        }
        Set<String> changed = from.differences(to);
        long now = nanos.getAsLong();
        boolean goesOn = changed.equals(fields) && (dragging || now - last < TOGETHER_NANOS);
        if (!goesOn) {
            before.push(from);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        after.clear();
        fields = changed;
        dragging = drag;
        last = now;
    }

    /** What the parameters were before the last step, which is taken back. */
    Optional<ParametersState> undo(ParametersState now) {
        return step(before, after, now);
    }

    /** What the parameters were after the step that was taken back last. */
    Optional<ParametersState> redo(ParametersState now) {
        return step(after, before, now);
    }

    private Optional<ParametersState> step(
            Deque<ParametersState> from, Deque<ParametersState> to, ParametersState now) {
        fields = Set.of();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }
}
