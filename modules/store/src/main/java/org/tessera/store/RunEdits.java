// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private RunEdit edit(RunEdit.Field field, List<String> tags, List<Long> runs, BiConsumer<RunEditor, Long> work) {
        return store.write((handle, change) -> {
            RunEditor editor = new RunEditor(handle, change);
            List<RunEdit.Said> before = new ArrayList<>();
            for (long run : runs) {
                before.add(RunEdit.Said.of(editor.touch(run)));
                work.accept(editor, run);
            }
            return new RunEdit(field, tags, before);
        });
    }

    private RunEdit edit(RunEdit.Field field, List<Long> runs, BiConsumer<RunEditor, Long> work) {
        return edit(field, List.of(), runs, work);
    }

    /** Adds tags; those that a run has stay. */
    public RunEdit tag(List<Long> runs, List<String> tags) {
        check(tags);
        return edit(RunEdit.Field.TAGS, tags, runs, (editor, run) -> editor.tag(run, tags));
    }

    /** Takes tags away. */
    public RunEdit untag(List<Long> runs, List<String> tags) {
        check(tags);
        return edit(RunEdit.Field.TAGS, tags, runs, (editor, run) -> editor.untag(run, tags));
    }

    private static void check(List<String> tags) {
        if (tags.isEmpty()) {
            throw new ProblemException("No tag is named; name one or more.");
        }
        new Placement(Placement.DEFAULT_PROJECT, Placement.DEFAULT_EXPERIMENT, null, null, tags);
    }

    /** Replaces the note; a blank one takes it away. */
    public RunEdit note(List<Long> runs, String note) {
        new Placement(Placement.DEFAULT_PROJECT, Placement.DEFAULT_EXPERIMENT, null, note, List.of());
        return edit(
                RunEdit.Field.NOTE,
                runs,
                (editor, run) -> editor.set(run, "note", note.isBlank() ? null : note.strip()));
    }

    /** Stars runs, or takes the stars away. */
    public RunEdit star(List<Long> runs, boolean starred) {
        return edit(RunEdit.Field.STAR, runs, (editor, run) -> editor.set(run, "starred", starred));
    }

    /** Names runs; a blank name takes theirs away. */
    public RunEdit rename(List<Long> runs, String name) {
        if (!name.isBlank()) {
            new Placement(Placement.DEFAULT_PROJECT, Placement.DEFAULT_EXPERIMENT, name, null, List.of());
        }
        return edit(
                RunEdit.Field.NAME,
                runs,
                (editor, run) -> editor.set(run, "name", name.isBlank() ? null : name.strip()));
    }

    /** Files runs under another experiment of their projects, which is made if it is missing. */
    public RunEdit move(List<Long> runs, String experiment, Instant now) {
        new Placement(Placement.DEFAULT_PROJECT, experiment, null, null, List.of());
        return edit(RunEdit.Field.EXPERIMENT, runs, (editor, run) -> editor.move(run, experiment, now));
    }

    /** Deletes runs: they are listed no more and stand for no identical run, and can be restored. */
    public RunEdit delete(List<Long> runs, Instant now) {
        return edit(RunEdit.Field.DELETED, runs, (editor, run) -> editor.set(run, "deleted", now));
    }

    /** Names, colours and orders the clusters of a run. */
    public RunEdit style(long run, ClusterStyles clusters) {
        return edit(RunEdit.Field.CLUSTERS, List.of(run), (editor, id) -> editor.set(id, "clusters", clusters.write()));
    }

    /** Brings deleted runs back. */
    public RunEdit restore(List<Long> runs) {
        return edit(RunEdit.Field.DELETED, runs, (editor, run) -> editor.set(run, "deleted", null));
    }

    /**
     * Takes a change back. Only what it changed is put back: what was changed meanwhile in other fields, and tags that it did
     * not name, stay. Undoing what this gives makes the change once more.
     *
     * @throws StoreException if one of the runs has been purged; nothing is changed then
     */
    public RunEdit undo(RunEdit edit, Instant now) {
        Map<Long, RunEdit.Said> before = new HashMap<>();
        edit.before().forEach(said -> before.put(said.run(), said));
        return edit(edit.field(), edit.tags(), edit.runs(), (editor, run) -> {
            RunEdit.Said said = Objects.requireNonNull(before.get(run));
            switch (edit.field()) {
                case NAME -> editor.set(run, "name", said.name());
                case NOTE -> editor.set(run, "note", said.note());
                case STAR -> editor.set(run, "starred", said.starred());
                case DELETED -> editor.set(run, "deleted", said.deleted());
                case CLUSTERS -> editor.set(run, "clusters", said.clusters().write());
                case EXPERIMENT -> editor.move(run, said.experiment(), now);
                case TAGS -> {
                    editor.untag(run, edit.tags());
                    editor.tag(
                            run,
                            edit.tags().stream().filter(said.tags()::contains).toList());
                }
            }
        });
    }

    /**
     * Removes deleted runs for good.
     *
     * @return how many
     * @throws StoreException if one is not deleted, or another run was made from it; nothing is removed then
     */
    public int purge(List<Long> runs) {
        return store.write((handle, change) -> {
            RunEditor editor = new RunEditor(handle, change);
            for (long run : runs) {
                editor.touch(run);
                editor.purge(run);
            }
            return runs.size();
        });
    }
}
