// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.tessera.engine.slice.SliceRef;

/**
 * All projects, image sets, experiments, sweeps and runs. Several processes of one user may have the same store open. Any
 * thread; what a method says is recorded is on disk when it returns. Every method throws {@link StoreException} when the
 * store fails.
 */
public final class Store implements AutoCloseable {
    private static final int ATTEMPTS = 4;

    private final StoreLocation location;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private Store(StoreLocation location, JdbcConnectionPool pool) {
        this.location = location;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** Opens a store, made first if it is missing. */
    public static Store open(StoreLocation location) {
        return open(location, true);
    }

    /** Opens a store that must be there. */
    public static Store openExisting(StoreLocation location) {
        return open(location, false);
    }

    private static Store open(StoreLocation location, boolean create) {
        if (!(location instanceof StoreLocation.File file)) {
            throw new StoreException(
                    "The store " + location + " is not a file; stores on a server come later, name a file.");
        }
        JdbcConnectionPool pool = Database.open(file.file(), create);
        try {
            Migrations.apply(pool, location);
            return new Store(location, pool);
        } catch (StoreException e) {
            pool.dispose();
            throw e;
        }
    }

    /** Where it is. */
    public StoreLocation location() {
        return location;
    }

    /** Records a run with its labels, scores and all; returns its number. Recording the same uuid again adds nothing. */
    public long record(NewRun run) {
        return inTransaction(handle -> new RunWriter(handle).write(run));
    }

    /** Begins a sweep of {@code planned} runs; returns its number. */
    public long beginSweep(UUID uuid, Placement placement, ImageSetRecord imageSet, int planned, Instant started) {
        return inTransaction(handle -> new RunWriter(handle).beginSweep(uuid, placement, imageSet, planned, started));
    }

    /** Ends a sweep. */
    public void endSweep(long sweep, Status status, Instant finished) {
        inTransaction(
                handle -> handle.createUpdate("UPDATE sweep SET status = :status, finished = :finished WHERE id = :id")
                        .bind("status", status.id())
                        .bind("finished", finished)
                        .bind("id", sweep)
                        .execute());
    }

    /** What a user may do to recorded runs. */
    public RunEdits edits() {
        return new RunEdits(this);
    }

    /** Every run that is deleted and not purged, oldest first. */
    public List<RunRecord> deletedRuns() {
        return read(handle -> new RunReader(handle).where("r.deleted IS NOT NULL", null));
    }

    /** Every run that is not deleted, oldest first. */
    public List<RunRecord> runs() {
        return read(handle -> new RunReader(handle).all());
    }

    /** The runs of a sweep that are not deleted, oldest first. */
    public List<RunRecord> runsOfSweep(long sweep) {
        return read(handle -> new RunReader(handle).where("r.sweep_id = :value AND r.deleted IS NULL", sweep));
    }

    /** A run by its number, deleted or not. */
    public Optional<RunRecord> run(long id) {
        return read(handle ->
                new RunReader(handle).where("r.id = :value", id).stream().findFirst());
    }

    /** The run, or a sentence that says it is not there. */
    public RunRecord requireRun(long id) {
        return run(id).orElseThrow(() -> new StoreException(
                "There is no run " + id + " in the store " + location + "; \"tessera list\" shows the runs."));
    }

    /** The earliest finished run with this identity key that is not deleted. */
    public Optional<RunRecord> identicalTo(String identityKey) {
        return read(handle -> new RunReader(handle)
                .where("r.identity_key = :value AND r.deleted IS NULL", identityKey).stream()
                        .filter(run -> run.status() == Status.DONE)
                        .findFirst());
    }

    /** A text that changes when anything is recorded; cheap, to ask every second. */
    public String mark() {
        return read(handle -> new RunReader(handle).mark());
    }

    /**
     * Everything but labels. Runs that {@code before} has are not read again.
     *
     * @param before an earlier snapshot of this store, or {@link StoreSnapshot#EMPTY}
     */
    public StoreSnapshot snapshot(StoreSnapshot before) {
        return read(handle -> handle.inTransaction(same -> new SnapshotReader(same).read(before)));
    }

    /** Adds an image set to a project, which is made if it is missing; returns the set's number. */
    public long addImageSet(String project, ImageSetRecord set, Instant now) {
        return inTransaction(handle -> new RunWriter(handle).addImageSet(project, set, now));
    }

    /** A sweep by its number. */
    public Optional<SweepRecord> sweep(long id) {
        return read(handle -> new RunReader(handle).sweep(id));
    }

    /** The label of every slice of a run, {@link org.tessera.engine.cluster.Labels#NONE} for none. */
    public int[] labels(long run) {
        return LabelCodec.decode(read(handle -> new RunReader(handle).bytes(run, "labels"))
                .orElseThrow(() -> new StoreException("Run " + run + " in the store " + location + " has no labels.")));
    }

    /** The slices of a run that was made from a feature table; empty where they follow from grid and images. */
    public Optional<List<SliceRef>> slices(long run) {
        return read(handle -> new RunReader(handle).bytes(run, "slices"))
                .map(bytes -> LabelCodec.slices(LabelCodec.decode(bytes)));
    }

    /** An image set by its number. */
    public ImageSetRecord imageSet(long id) {
        return read(handle -> new RunReader(handle).imageSet(id))
                .orElseThrow(
                        () -> new StoreException("There is no image set " + id + " in the store " + location + "."));
    }

    /** What is in it, in numbers. */
    public StoreInfo info() {
        Map<String, Long> counts = read(handle -> new RunReader(handle).counts());
        return new StoreInfo(location.toString(), bytes(), Migrations.version(pool), counts, Backups.of(file()));
    }

    private Path file() {
        return ((StoreLocation.File) location).file();
    }

    private long bytes() {
        try {
            return Files.size(file());
        } catch (IOException e) {
            throw new StoreException("Cannot read the size of the store " + location + ".", e);
        }
    }

    /** Copies it to a zip file beside it, also while it is in use; the newest few are kept. */
    public Path backup(Instant now) {
        return Backups.make(pool, file(), now);
    }

    /** Copies it to a zip file, also while it is in use. */
    public Path backup(Path target) {
        Backups.make(pool, target);
        return target;
    }

    /**
     * Gives back the space of what was changed and purged, and closes the store.
     *
     * @return bytes of its file afterwards
     * @throws StoreException if another program uses it; nothing has changed then
     */
    public long compact() {
        long others = read(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM information_schema.sessions WHERE session_id <> SESSION_ID()")
                .mapTo(Long.class)
                .one());
        if (others > 0) {
            throw new StoreException("Another program uses the store " + location + "; close it, then compact.");
        }
        Database.compact(pool, file());
        close();
        return bytes();
    }

    private <T> T read(HandleCallback<T, RuntimeException> work) {
        return attempt(() -> jdbi.withHandle(work));
    }

    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return attempt(() -> jdbi.inTransaction((Handle handle) -> work.withHandle(handle)));
    }

    private <T> T attempt(java.util.function.Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (JdbiException e) {
                SQLException cause = sqlCause(e);
                if (attempt >= ATTEMPTS || cause == null || !(Database.passes(cause) || isRace(cause))) {
                    throw new StoreException(
                            "The store " + location + " failed (" + reason(e)
                                    + "); check the disk's space and that the file is where it was.",
                            e);
                }
            }
        }
    }

    private static boolean isRace(SQLException e) {
        return "23505".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
    }

    private static @org.jspecify.annotations.Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String reason(JdbiException e) {
        SQLException cause = sqlCause(e);
        String message = cause == null ? e.getMessage() : cause.getMessage();
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "");
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
