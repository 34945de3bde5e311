// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.tessera.engine.task.ProblemException;

/**
 * What a user may do to recorded runs. Each method changes all of the runs it is given or, with a {@link StoreException},
 * none. What a run is - parameters, scores, labels - never changes.
 */
public final class RunEdits {
    private final Store store;

    RunEdits(Store store) {
        this.store = store;
    }

    private int edit(List<Long> runs, BiConsumer<RunEditor, Long> change) {
        return store.inTransaction(handle -> {
            RunEditor editor = new RunEditor(handle);
            return editor.each(runs, run -> change.accept(editor, run));
        });
    }

    /** Adds tags; those that a run has stay. */
    public int tag(List<Long> runs, List<String> tags) {
        check(tags);
        return edit(runs, (editor, run) -> editor.tag(run, tags));
    }

    /** Takes tags away. */
    public int untag(List<Long> runs, List<String> tags) {
        check(tags);
        return edit(runs, (editor, run) -> editor.untag(run, tags));
    }

    private static void check(List<String> tags) {
        if (tags.isEmpty()) {
            throw new ProblemException("No tag is named; name one or more.");
        }
        new Placement(Placement.DEFAULT_PROJECT, Placement.DEFAULT_EXPERIMENT, null, null, tags);
    }

    /** Replaces the note; a blank one takes it away. */
    public int note(List<Long> runs, String note) {
        return edit(runs, (editor, run) -> editor.set(run, "note", note.isBlank() ? null : note.strip()));
    }

    /** Stars runs, or takes the stars away. */
    public int star(List<Long> runs, boolean starred) {
        return edit(runs, (editor, run) -> editor.set(run, "starred", starred));
    }

    /** Names runs; a blank name takes theirs away. */
    public int rename(List<Long> runs, String name) {
        if (!name.isBlank()) {
            new Placement(Placement.DEFAULT_PROJECT, Placement.DEFAULT_EXPERIMENT, name, null, List.of());
        }
        return edit(runs, (editor, run) -> editor.set(run, "name", name.isBlank() ? null : name.strip()));
    }

    /** Files runs under another experiment of their projects, which is made if it is missing. */
    public int move(List<Long> runs, String experiment, Instant now) {
        new Placement(Placement.DEFAULT_PROJECT, experiment, null, null, List.of());
        return edit(runs, (editor, run) -> editor.move(run, experiment, now));
    }

    /** Deletes runs: they are listed no more and stand for no identical run, and can be restored. */
    public int delete(List<Long> runs, Instant now) {
        return edit(runs, (editor, run) -> editor.set(run, "deleted", now));
    }

    /** Brings deleted runs back. */
    public int restore(List<Long> runs) {
        return edit(runs, (editor, run) -> editor.set(run, "deleted", null));
    }

    /**
     * Removes deleted runs for good.
     *
     * @throws StoreException if one is not deleted, or another run was made from it; nothing is removed then
     */
    public int purge(List<Long> runs) {
        return edit(runs, RunEditor::purge);
    }
}
