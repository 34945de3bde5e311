// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tessera.store.ClusterStyles;
import org.tessera.store.RunEdit;
import org.tessera.store.RunEdits;
import org.tessera.store.Store;
import org.tessera.workbench.task.Outcome;

/**
 * What the user does to recorded runs - stars, tags, notes, names, experiments, deleting - and taking it back; saved queries.
 * Each change is made in the background and then shown by the session. User interface's thread.
 */
public final class RunChanges {
    private static final int MOST = 100;

    private final Workbench workbench;
    private final Deque<Done> done = new ArrayDeque<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();

    private record Done(OpenStore in, RunEdit edit, String sentence) {}

    RunChanges(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Hears of each change that can be taken back, as a sentence; empty when the last has been. */
    public void addListener(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Stars runs, or takes the stars away. */
    public void star(List<Long> runs, boolean starred) {
        change(count(runs) + (starred ? " starred." : " without a star."), edits -> edits.star(runs, starred));
    }

    /** Adds tags. */
    public void tag(List<Long> runs, List<String> tags) {
        change(count(runs) + " tagged " + String.join(", ", tags) + ".", edits -> edits.tag(runs, tags));
    }

    /** Takes tags away. */
    public void untag(List<Long> runs, List<String> tags) {
        change(count(runs) + " without " + String.join(", ", tags) + ".", edits -> edits.untag(runs, tags));
    }

    /** Replaces the note; a blank one takes it away. */
    public void note(List<Long> runs, String note) {
        change(count(runs) + " noted.", edits -> edits.note(runs, note));
    }

    /** Names runs; a blank name takes theirs away. */
    public void rename(List<Long> runs, String name) {
        change(count(runs) + " renamed.", edits -> edits.rename(runs, name));
    }

    /** Files runs under another experiment of their projects. */
    public void move(List<Long> runs, String experiment) {
        change(count(runs) + " moved to " + experiment + ".", edits -> edits.move(runs, experiment, Instant.now()));
    }

    /** Deletes runs; they can be had back. */
    public void delete(List<Long> runs) {
        change(count(runs) + " deleted.", edits -> edits.delete(runs, Instant.now()));
    }

    /** Names, colours and orders the clusters of a run. */
    public void style(long run, ClusterStyles clusters, String sentence) {
        change(sentence, edits -> edits.style(run, clusters));
    }

    private static String count(List<Long> runs) {
        return runs.size() == 1 ? "Run " + runs.get(0) : runs.size() + " runs";
    }

    private void change(String sentence, Function<RunEdits, RunEdit> edit) {
        if (!workbench.isOpen()) {
            return;
        }
        workbench.record(
                sentence, (in, monitor) -> new Done(in, edit.apply(in.store().edits()), sentence), changed -> {
                    done.push(changed);
                    if (done.size() > MOST) {
                        done.removeLast();
                    }
                    tell();
                });
    }

    /** Takes the last change back. */
    public void undo() {
        Done last = done.peek();
        if (last == null) {
            return;
        }
        done.pop();
        tell();
        if (workbench.isOpen()) {
            workbench.record(
                    "Undoing",
                    (in, monitor) -> in.equals(last.in) ? in.store().edits().undo(last.edit, Instant.now()) : last.edit,
                    undone -> {});
        }
    }

    private void tell() {
        Done last = done.peek();
        String sentence = last == null ? "" : last.sentence;
        listeners.forEach(listener -> listener.accept(sentence));
    }

    /** Reads the saved queries, name to condition. */
    public void queries(Consumer<Map<String, String>> take) {
        quietly("Reading the saved queries", store -> store.queries().all(), take);
    }

    /** Saves a condition under a name, in place of one of that name. */
    public void saveQuery(String name, String expression) {
        quietly(
                "Saving a query",
                store -> {
                    store.queries().save(name, expression, Instant.now());
                    return name;
                },
                saved -> {});
    }

    /** Deletes a saved query. */
    public void deleteQuery(String name) {
        quietly(
                "Deleting a query",
                store -> {
                    store.queries().delete(name);
                    return name;
                },
                deleted -> {});
    }

    private <T> void quietly(String name, Function<Store, T> work, Consumer<T> take) {
        if (!workbench.isOpen()) {
            return;
        }
        OpenStore in = workbench.requireOpen();
        workbench.tasks().quietly(name, monitor -> work.apply(in.store()), outcome -> {
            if (outcome instanceof Outcome.Done<T> ok) {
                take.accept(ok.result());
            } else if (outcome instanceof Outcome.Failed<T> failed) {
                workbench.tell(failed.message());
            }
        });
    }
}
