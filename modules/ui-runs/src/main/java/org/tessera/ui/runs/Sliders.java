// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.tessera.engine.task.ProblemException;

/** Makes sliders with fields that change the parameters. Event thread only. */
final class Sliders {
    private final Consumer<Consumer<ParametersEdit>> edit;
    private final Consumer<String> note;
    private final Runnable display;
    private boolean dragging;

    /**
     * A maker.
     *
     * @param edit takes what the user changed
     * @param note takes a sentence on what was typed wrong
     * @param display shows the parameters as they are, in place of what was typed wrong
     */
    Sliders(Consumer<Consumer<ParametersEdit>> edit, Consumer<String> note, Runnable display) {
        this.edit = edit;
        this.note = note;
        this.display = display;
    }

    /** Puts what was typed or chosen into the parameters. */
    interface Into<T> {
        void edit(ParametersEdit edit, T value);
    }

    /** Whether what is edited comes from a slider that is still held. */
    boolean dragging() {
        return dragging;
    }

    ValueSlider make(
            String name, int least, int most, IntFunction<String> text, Into<String> typed, Into<Integer> moved) {
        return new ValueSlider(name, least, most, text, new ValueSlider.Listener() {
            @Override
            public void moved(int value, boolean held) {
                dragging = held;
                edit.accept(edit -> moved.edit(edit, value));
            }

            @Override
            public void typed(String field) {
                dragging = false;
                try {
                    edit.accept(edit -> typed.edit(edit, field.replace('×', 'x').replace(" ", "")));
                } catch (ProblemException e) {
                    note.accept(String.valueOf(e.getMessage()));
                    display.run();
                }
            }
        });
    }
}
