// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tessera.engine.score.SliceScores;

/** How much runs are like repetitions of themselves. Any thread. */
public final class Repetitions {
    private final Store store;

    Repetitions(Store store) {
        this.store = store;
    }

    /**
     * Keeps the repetitions of a run, in place of those made the same way before, and how often each slice stayed in its
     * cluster.
     *
     * @param how all of them were made
     */
    public void save(long run, String how, List<Repetition> repetitions, SliceScores consistency) {
        store.write((handle, change) -> {
            new RunEditor(handle, change).touch(run);
            handle.createUpdate("DELETE FROM run_repetition WHERE run_id = :run AND how = :how")
                    .bind("run", run)
                    .bind("how", how)
                    .execute();
            write(handle, run, how, repetitions);
            handle.createUpdate("DELETE FROM run_slice_score WHERE run_id = :run AND name = :name")
                    .bind("run", run)
                    .bind("name", NewRun.CONSISTENCY)
                    .execute();
            return RunWriter.writeSliceScores(handle, run, NewRun.CONSISTENCY, consistency);
        });
    }

    /** @param how all of them were made; there are none of these yet */
    static void write(Handle handle, long run, String how, List<Repetition> repetitions) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO run_repetition (run_id, how, ordinal, seed,"
                + " adjusted_rand) VALUES (:run, :how, :ordinal, :seed, :rand)");
        for (int i = 0; i < repetitions.size(); i++) {
            batch.bind("run", run)
                    .bind("how", how)
                    .bind("ordinal", i)
                    .bind("seed", repetitions.get(i).seed())
                    .bind("rand", repetitions.get(i).adjustedRand())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** The repetitions of a run, by how they were made, in order. */
    public List<Repetition> of(long run) {
        return store.read((Handle handle) -> read(handle, run));
    }

    static List<Repetition> read(Handle handle, long run) {
        return handle.createQuery(
                        "SELECT how, seed, adjusted_rand FROM run_repetition WHERE run_id = :run ORDER BY how, ordinal")
                .bind("run", run)
                .map((row, context) -> new Repetition(row.getString(1), row.getLong(2), row.getDouble(3)))
                .list();
    }
}
