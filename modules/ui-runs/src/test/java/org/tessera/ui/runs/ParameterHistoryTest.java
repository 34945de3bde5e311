// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParameterHistoryTest {
    private long now;
    private final ParameterHistory history = new ParameterHistory(() -> now);
    private ParametersState state = ParametersState.DEFAULT;

    private void set(Consumer<ParametersEdit> change, boolean dragging) {
        ParametersState to = state.with(change);
        history.changed(state, to, dragging);
        state = to;
        now += 10_000_000_000L;
    }

    @Test
    void aDragThatTakesLongIsOneStepAndTheNextDragAnother() {
        set(edit -> edit.clusters = 4, true);
        set(edit -> edit.clusters = 5, true);
        set(edit -> edit.clusters = 5, false);
        set(edit -> edit.clusters = 6, true);
        set(edit -> edit.clusters = 7, false);

        state = history.undo(state).orElseThrow();
        assertThat(state.clusters()).isEqualTo(5);
        state = history.undo(state).orElseThrow();
        assertThat(state.clusters()).isEqualTo(3);
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo(state)).isEmpty();
        state = history.redo(state).orElseThrow();
        assertThat(state.clusters()).isEqualTo(5);
    }

    @Test
    void whatIsTypedFastIntoOneFieldIsOneStep() {
        for (String text : new String[] {"m", "me", "mea"}) {
            set(edit -> edit.whereSlice = text, false);
            now -= 9_900_000_000L;
        }
        set(edit -> edit.experiment = "x", false);

        state = history.undo(state).orElseThrow();
        assertThat(state.whereSlice()).isEqualTo("mea");
        assertThat(history.undo(state).orElseThrow().whereSlice()).isEmpty();
    }
}
