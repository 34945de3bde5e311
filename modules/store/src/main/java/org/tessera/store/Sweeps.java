// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sweeps that are made: begun with the plan of their runs, so that one whose process is gone can be resumed. Any thread.
 * What a method says is on disk when it returns.
 */
public final class Sweeps {
    private final Store store;

    Sweeps(Store store) {
        this.store = store;
    }

    /** Begins a sweep, which is then this process's; returns its number. */
    public long begin(NewSweep sweep) {
        return store.write((handle, change) -> new SweepWriter(handle, change).begin(sweep));
    }

    /**
     * What a sweep was to make.
     *
     * @throws StoreException if there is no such sweep
     */
    public SweepPlan plan(long sweep) {
        return store.read(handle -> new SweepWriter(handle, 0).plan(sweep))
                .orElseThrow(() -> new StoreException("There is no sweep " + sweep + " in the store " + store.location()
                        + "; \"tessera list --columns id,sweep\" shows the sweeps."));
    }

    /** Known runs take their places in a sweep. */
    public void fill(Map<SweepSlot, Long> known) {
        if (!known.isEmpty()) {
            store.write((handle, change) -> {
                SweepWriter writer = new SweepWriter(handle, change);
                known.forEach(writer::fill);
                return known.size();
            });
        }
    }

    /**
     * Makes a sweep that has ended before it was done this process's.
     *
     * @throws StoreException if it is done, or another process works on it
     */
    public void resume(long sweep, Instant now) {
        interruptStale(now);
        store.write((handle, change) -> {
            new SweepWriter(handle, change).resume(sweep, now);
            return sweep;
        });
    }

    /** Says that this process still works on a sweep; at least once a minute. */
    public void seen(long sweep, Instant now) {
        store.inTransaction(handle -> handle.createUpdate("UPDATE sweep SET seen = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", sweep)
                .execute());
    }

    /** Ends a sweep. */
    public void end(long sweep, Status status, Instant finished) {
        store.write((handle, change) -> {
            new SweepWriter(handle, change).end(sweep, status, finished);
            return sweep;
        });
    }

    /**
     * Sweeps that are said to run while their process is gone become interrupted; returns how many.
     *
     * <p>A process of this machine is asked for; one of another is gone when it has not been seen for two minutes.
     */
    public int interruptStale(Instant now) {
        List<SweepWriter.Running> stale = store.read(SweepWriter::running).stream()
                .filter(sweep -> OwnerProcess.gone(sweep.owner(), sweep.seen(), now))
                .toList();
        if (!stale.isEmpty()) {
            store.write((handle, change) -> {
                SweepWriter writer = new SweepWriter(handle, change);
                stale.forEach(sweep -> writer.interrupt(sweep.id(), now));
                return stale.size();
            });
        }
        return stale.size();
    }
}
