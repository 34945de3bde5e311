// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;
import org.tessera.workbench.task.Task;

/** What the parameter editor would show. */
final class EditorScreen implements ParametersPresenter.View {
    ParametersState state = ParametersState.DEFAULT;
    List<String> images = List.of();
    String plan = "";
    boolean ready;
    String note = "";
    final List<String> progress = new ArrayList<>();
    boolean running;
    boolean pausable;

    @Nullable
    Long paused;

    long identical;
    boolean live;
    boolean canUndo;
    boolean canRedo;

    @Override
    public void show(ParametersState shown, List<String> names) {
        state = shown;
        images = names;
    }

    @Override
    public void showPlan(String sentence, boolean possible) {
        plan = sentence;
        ready = possible;
    }

    @Override
    public void showPaused(@Nullable Long sweep) {
        paused = sweep;
    }

    @Override
    public void showTask(Task.@Nullable Progress now, boolean canPause) {
        running = now != null;
        pausable = canPause;
        if (now != null) {
            progress.add(now.name());
        }
    }

    @Override
    public void showNote(String sentence) {
        note = sentence;
    }

    @Override
    public void showIdentical(@Nullable RunRecord run) {
        identical = run == null ? 0 : run.id();
    }

    @Override
    public void showSteps(boolean follows, boolean undo, boolean redo) {
        live = follows;
        canUndo = undo;
        canRedo = redo;
    }
}
