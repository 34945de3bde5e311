// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what is said of recorded runs, never what they are. Within one transaction: all of the runs, or none. */
final class RunEditor {
    private static final List<String> PARTS =
            List.of("run_tag", "run_labels", "run_summary", "run_slice_score", "run_repetition", "sweep_known");

    private final Handle handle;
    private final long change;

    /** @param change the number of this transaction */
    RunEditor(Handle handle, long change) {
        this.handle = handle;
        this.change = change;
    }

    /** @throws StoreException if it is not there; nothing is changed then */
    RunRecord touch(long run) {
        int found = handle.createUpdate("UPDATE run SET revision = :change WHERE id = :run")
                .bind("change", change)
                .bind("run", run)
                .execute();
        if (found == 0) {
            throw new StoreException("There is no run " + run + "; nothing is changed.");
        }
        return new RunReader(handle).where("r.id = :value", run).get(0);
    }

    void tag(long run, List<String> tags) {
        for (String tag : tags) {
            untag(run, List.of(tag));
            handle.createUpdate("INSERT INTO run_tag (run_id, tag) VALUES (:run, :tag)")
                    .bind("run", run)
                    .bind("tag", tag)
                    .execute();
        }
    }

    void untag(long run, List<String> tags) {
        for (String tag : tags) {
            handle.createUpdate("DELETE FROM run_tag WHERE run_id = :run AND tag = :tag")
                    .bind("run", run)
                    .bind("tag", tag)
                    .execute();
        }
    }

    void set(long run, String column, @Nullable Object value) {
        handle.createUpdate("UPDATE run SET " + column + " = :value WHERE id = :run")
                .bind("value", value)
                .bind("run", run)
                .execute();
    }

    /** Into an experiment of the run's own project, which is made if it is missing. */
    void move(long run, String experiment, Instant now) {
        long project = handle.createQuery(
                        "SELECT e.project_id FROM run r JOIN experiment e ON e.id = r.experiment_id WHERE r.id = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .one();
        set(run, "experiment_id", new RunWriter(handle, change).experiment(project, experiment, now));
    }

    /** @throws StoreException if it is not deleted, or another run that is kept was made from it */
    void purge(long run) {
        boolean deleted = handle.createQuery("SELECT COUNT(*) FROM run WHERE id = :run AND deleted IS NOT NULL")
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!deleted) {
            throw new StoreException("Run " + run + " is not deleted; delete it first, then purge it.");
        }
        Optional<Long> child = handle.createQuery("SELECT MIN(id) FROM run WHERE parent_id = :run OR applied_id = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .findOne();
        if (child.isPresent()) {
            throw new StoreException(
                    "Run " + child.get() + " was made from run " + run + "; purge that one first, or keep both.");
        }
        handle.createUpdate(
                        "UPDATE run SET revision = :change, same_labels_as = (SELECT MIN(o.id) FROM run o WHERE o.label_key = run.label_key"
                                + " AND o.id < run.id AND o.id <> :run) WHERE same_labels_as = :run")
                .bind("change", change)
                .bind("run", run)
                .execute();
        for (String part : PARTS) {
            handle.createUpdate("DELETE FROM " + part + " WHERE run_id = :run")
                    .bind("run", run)
                    .execute();
        }
        handle.createUpdate("DELETE FROM run WHERE id = :run").bind("run", run).execute();
        handle.createUpdate("UPDATE store_state SET purges = purges + 1 WHERE id = 1")
                .execute();
    }
}
