// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.tessera.engine.run.FitSummary;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.SliceRef;

/**
 * All projects, image sets, experiments, sweeps and runs. Several processes of one user may have the same store open. Any
 * thread; what a method says is recorded is on disk when it returns. Every method throws {@link StoreException} when the
 * store fails.
 */
public final class Store implements AutoCloseable {
    private final StoreLocation location;
    private final Database database;
    private final Jdbi jdbi;

    private Store(StoreLocation location, Database database) {
        this.location = location;
        this.database = database;
        this.jdbi = Jdbi.create(database.source());
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
        Database database = Database.open(location, create);
        try {
            Migrations.apply(database, location);
            Store store = new Store(location, database);
            store.sweeps().interruptStale(Instant.now());
            return store;
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /** Where it is. */
    public StoreLocation location() {
        return location;
    }

    /** Records a run with its labels, scores and all; returns its number. Recording the same uuid again adds nothing. */
    public long record(NewRun run) {
        return record(List.of(run), true).get(0).run();
    }

    /**
     * Records runs, all of them or none.
     *
     * @param again whether a run is recorded although an identical one is there, from another process perhaps
     * @return in the order of the runs
     */
    public List<Recorded> record(List<NewRun> runs, boolean again) {
        return write((handle, change) -> {
            RunWriter writer = new RunWriter(handle, change);
            SweepWriter sweeps = new SweepWriter(handle, change);
            List<Recorded> recorded = new ArrayList<>();
            for (NewRun run : runs) {
                Optional<Long> known = again ? Optional.empty() : writer.identical(run);
                long id = known.orElseGet(() -> writer.write(run));
                if (run.slot() != null) {
                    sweeps.fill(run.slot(), id);
                }
                recorded.add(new Recorded(id, known.isPresent()));
            }
            return recorded;
        });
    }

    /** Runs in files, to keep and to merge. */
    public Bundles bundles() {
        return new Bundles(this);
    }

    /** The number of a sweep in every store. */
    String sweepUuid(long sweep) {
        return read(handle -> handle.createQuery("SELECT uuid FROM sweep WHERE id = :id")
                .bind("id", sweep)
                .mapTo(String.class)
                .one());
    }

    /** Conditions on runs that are kept under a name. */
    public SavedQueries queries() {
        return new SavedQueries(this);
    }

    /** What people know of the slices of image sets. */
    public TruthLayers truth() {
        return new TruthLayers(this);
    }

    /** How much runs are like repetitions of themselves. */
    public Repetitions repetitions() {
        return new Repetitions(this);
    }

    /** Sweeps that are made. */
    public Sweeps sweeps() {
        return new Sweeps(this);
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

    /** The runs of a sweep that are not deleted, those that it found known included, oldest first. */
    public List<RunRecord> runsOfSweep(long sweep) {
        return read(handle -> new RunReader(handle)
                .where(
                        "r.deleted IS NULL AND (r.sweep_id = :value OR EXISTS (SELECT 1 FROM sweep_known k"
                                + " WHERE k.sweep_id = :value AND k.run_id = r.id))",
                        sweep));
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
        return read(handle -> new RunReader(handle).mark().toString());
    }

    /**
     * Everything but labels. Runs that {@code before} has are not read again.
     *
     * @param before an earlier snapshot of this store, or {@link StoreSnapshot#EMPTY}
     */
    public StoreSnapshot snapshot(StoreSnapshot before) {
        return read(handle -> new SnapshotReader(handle).read(before));
    }

    /** Adds an image set to a project, which is made if it is missing; returns the set's number. */
    public long addImageSet(String project, ImageSetRecord set, Instant now) {
        return write((handle, change) -> new RunWriter(handle, change).addImageSet(project, set, now));
    }

    /**
     * Says where images of a set are now. Other sets that have the same images at the same old place follow.
     *
     * @param places new path of images, by their place in the set
     * @param key the content key of a set as it is then; one that another set of its project has is not taken
     */
    public void moveImages(long imageSet, Map<Integer, Path> places, Function<ImageSetRecord, String> key) {
        write((handle, change) -> {
            ImageMover mover = new ImageMover(handle, change);
            places.forEach((image, path) -> mover.move(imageSet, image, path));
            mover.rename(key);
            return places.size();
        });
    }

    /** Every sweep, oldest first. */
    List<SweepRecord> sweepRecords() {
        return read(handle -> new RunReader(handle).sweeps("TRUE", null));
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

    /** What a run was fitted to; empty for runs recorded before that was kept. */
    public Optional<FitSummary> summary(long run) {
        return read(handle -> new RunReader(handle).summary(run));
    }

    /**
     * A score of every slice of a run, to seven digits.
     *
     * @param name such as {@link NewRun#SILHOUETTE}
     */
    public Optional<SliceScores> sliceScores(long run, String name) {
        return read(handle -> new RunReader(handle)
                .sliceScores(run).entrySet().stream()
                        .filter(entry -> entry.getKey().equals(name))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    /** Every score of the slices of a run. */
    public Map<String, SliceScores> sliceScores(long run) {
        return read(handle -> new RunReader(handle).sliceScores(run));
    }

    /** Every image set, oldest first. */
    public List<StoreSnapshot.ImageSetEntry> imageSets() {
        return read(handle -> new SnapshotReader(handle).imageSets(StoreSnapshot.EMPTY));
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
        return new StoreInfo(
                location.toString(), database.bytes(), Migrations.version(database), counts, database.backups());
    }

    /** Copies it to a zip file beside it, also while it is in use; the newest few are kept. */
    public Path backup(Instant now) {
        return database.backup(now);
    }

    /** Copies it to a zip file, also while it is in use. */
    public Path backup(Path target) {
        database.backup(target);
        return target;
    }

    /**
     * Gives back the space of what was changed and purged, and closes the store.
     *
     * @return bytes of its file afterwards
     * @throws StoreException if another program uses it; nothing has changed then
     */
    public long compact() {
        Path file = ((StoreLocation.File) location).file();
        database.compact();
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new StoreException("Cannot read the size of the store " + location + ".", e);
        }
    }

    /** Work within a transaction. */
    interface Change<T> {
        /** Does it; {@code change} is the number of the transaction. */
        T in(Handle handle, long change);
    }

    /** In a transaction that waits for every other that writes: what it reads, nobody changes until it ends. */
    <T> T write(Change<T> work) {
        return inTransaction(handle -> {
            handle.createUpdate("UPDATE store_state SET changes = changes + 1 WHERE id = 1")
                    .execute();
            return work.in(handle, new RunReader(handle).mark().changes());
        });
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        // in a transaction too: outside of one, H2 reopens a file by itself and waits for its turn at it for seconds
        return inTransaction(work);
    }

    <T> T inTransaction(HandleCallback<T, RuntimeException> work) {
        return attempt(() -> jdbi.inTransaction((Handle handle) -> work.withHandle(handle)));
    }

    private <T> T attempt(Supplier<T> work) {
        try {
            return Patience.with(database, work);
        } catch (JdbiException e) {
            throw new StoreException(
                    "The store " + location + " failed (" + reason(e)
                            + "); check the disk's space and that the file is where it was.",
                    e);
        }
    }

    private static String reason(JdbiException e) {
        SQLException cause = Patience.sqlCause(e);
        String message = cause == null ? e.getMessage() : cause.getMessage();
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "");
    }

    @Override
    public void close() {
        database.close();
    }
}
