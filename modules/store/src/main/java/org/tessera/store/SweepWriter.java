// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Begins, follows and ends sweeps within one transaction. */
final class SweepWriter {
    private final Handle handle;
    private final RunWriter runs;

    SweepWriter(Handle handle, long change) {
        this.handle = handle;
        this.runs = new RunWriter(handle, change);
    }

    long begin(NewSweep sweep) {
        Optional<Long> known = runs.idOf(
                "SELECT id FROM sweep WHERE uuid = :value", sweep.uuid().toString());
        if (known.isPresent()) {
            return known.get();
        }
        long project = runs.project(sweep.placement().project(), sweep.started());
        long id = handle.createUpdate("""
                        INSERT INTO sweep (experiment_id, image_set_id, uuid, status, planned, started, options, owner, seen)
                        VALUES (:experiment, :imageSet, :uuid, :status, :planned, :started, :options, :owner, :started)
                        """)
                .bind("experiment", runs.experiment(project, sweep.placement().experiment(), sweep.started()))
                .bind("imageSet", runs.imageSet(project, sweep.imageSet(), sweep.started()))
                .bind("uuid", sweep.uuid().toString())
                .bind("status", Status.RUNNING.id())
                .bind("planned", sweep.plan().size())
                .bind("started", sweep.started())
                .bind("options", RunDocument.writeParameters(options(sweep)))
                .bind("owner", OwnerProcess.own())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO sweep_plan (sweep_id, ordinal, spec) VALUES (:sweep, :ordinal, :spec)");
        for (int i = 0; i < sweep.plan().size(); i++) {
            batch.bind("sweep", id)
                    .bind("ordinal", i)
                    .bind("spec", RunDocument.writeParameters(sweep.plan().get(i)))
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return id;
    }

    private static Map<String, @Nullable Object> options(NewSweep sweep) {
        Map<String, @Nullable Object> options = new LinkedHashMap<>();
        options.put("name", sweep.placement().name());
        options.put("note", sweep.placement().note());
        options.put("tags", sweep.placement().tags());
        options.put("again", sweep.again());
        return options;
    }

    Optional<SweepPlan> plan(long id) {
        return new RunReader(handle).sweep(id).map(sweep -> {
            Map<String, @Nullable Object> options = handle.createQuery("SELECT options FROM sweep WHERE id = :id")
                    .bind("id", id)
                    .map((row, context) -> Optional.ofNullable(row.getString(1)))
                    .one()
                    .map(RunDocument::readParameters)
                    .orElse(Map.of());
            List<SweepPlan.Slot> slots = handle.createQuery(
                            "SELECT ordinal, spec, run_id FROM sweep_plan WHERE sweep_id = :id ORDER BY ordinal")
                    .bind("id", id)
                    .map((row, context) -> new SweepPlan.Slot(
                            row.getInt(1),
                            RunDocument.readParameters(row.getString(2)),
                            row.getObject(3) == null ? null : (Long) row.getLong(3)))
                    .list();
            List<String> tags = options.get("tags") instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
            Placement placement = new Placement(
                    sweep.project(),
                    sweep.experiment(),
                    (String) options.get("name"),
                    (String) options.get("note"),
                    tags);
            return new SweepPlan(sweep, placement, Boolean.TRUE.equals(options.get("again")), slots);
        });
    }

    /** A slot of a plan has its run. */
    void fill(SweepSlot slot, long run) {
        handle.createUpdate("UPDATE sweep_plan SET run_id = :run WHERE sweep_id = :sweep AND ordinal = :ordinal")
                .bind("run", run)
                .bind("sweep", slot.sweep())
                .bind("ordinal", slot.ordinal())
                .execute();
        addMember(slot.sweep(), run);
    }

    /** The run of another sweep, or of none, is of this one too. */
    void addMember(long sweep, long run) {
        handle.createUpdate("""
                        INSERT INTO sweep_known (sweep_id, run_id) SELECT :sweep, r.id FROM run r
                        WHERE r.id = :run AND (r.sweep_id IS NULL OR r.sweep_id <> :sweep)
                        AND NOT EXISTS (SELECT 1 FROM sweep_known k WHERE k.sweep_id = :sweep AND k.run_id = r.id)
                        """).bind("sweep", sweep).bind("run", run).execute();
    }

    /** A sweep of another store, whose plan stays there; returns its number, also where it is here already. */
    long add(UUID uuid, long experiment, long imageSet, Map<String, @Nullable Object> json) {
        Status status = Status.ofId(BundleFile.string(json, "status"));
        return runs.idOf("SELECT id FROM sweep WHERE uuid = :value", uuid.toString())
                .orElseGet(() -> handle.createUpdate("""
                                INSERT INTO sweep (experiment_id, image_set_id, uuid, status, planned, started, finished)
                                VALUES (:experiment, :imageSet, :uuid, :status, :planned, :started, :finished)
                                """)
                        .bind("experiment", experiment)
                        .bind("imageSet", imageSet)
                        .bind("uuid", uuid.toString())
                        .bind("status", (status == Status.RUNNING ? Status.INTERRUPTED : status).id())
                        .bind("planned", (int) BundleFile.whole(json, "planned"))
                        .bind("started", Instant.parse(BundleFile.string(json, "started")))
                        .bind("finished", json.get("finished") instanceof String time ? Instant.parse(time) : null)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /** @throws StoreException if it is done, or another process works on it */
    void resume(long id, Instant now) {
        SweepRecord sweep =
                new RunReader(handle).sweep(id).orElseThrow(() -> new StoreException("There is no sweep " + id + "."));
        if (sweep.status() == Status.DONE) {
            throw new StoreException("Sweep " + id + " is complete; there is nothing to resume.");
        }
        if (sweep.status() == Status.RUNNING) {
            throw new StoreException(
                    "Sweep " + id + " is still running in another program; wait for its end, or cancel it there.");
        }
        handle.createUpdate(
                        "UPDATE sweep SET status = :status, finished = NULL, owner = :owner, seen = :now WHERE id = :id")
                .bind("status", Status.RUNNING.id())
                .bind("owner", OwnerProcess.own())
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** Ends a sweep; one that is done needs its plan no more. */
    void end(long id, Status status, Instant finished) {
        handle.createUpdate("UPDATE sweep SET status = :status, finished = :finished WHERE id = :id")
                .bind("status", status.id())
                .bind("finished", finished)
                .bind("id", id)
                .execute();
        if (status == Status.DONE) {
            handle.createUpdate("DELETE FROM sweep_plan WHERE sweep_id = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    /** A sweep that is said to run. */
    record Running(
            long id, @Nullable String owner, @Nullable Instant seen) {}

    static List<Running> running(Handle handle) {
        return handle.createQuery("SELECT id, owner, seen FROM sweep WHERE status = 'running'")
                .map((row, context) -> new Running(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3) == null
                                ? null
                                : row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Says that the process of a sweep that is said to run is gone. */
    void interrupt(long id, Instant now) {
        handle.createUpdate("UPDATE sweep SET status = :status, finished = COALESCE(seen, :now) WHERE id = :id"
                        + " AND status = 'running'")
                .bind("status", Status.INTERRUPTED.id())
                .bind("now", now)
                .bind("id", id)
                .execute();
    }
}
