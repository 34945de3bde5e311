// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.run.FitSummary;
import org.tessera.engine.score.SliceScores;

/** Writes runs, and what they are filed under, within one transaction. */
final class RunWriter {
    private final Handle handle;
    private final long change;

    /** @param change the number of this transaction */
    RunWriter(Handle handle, long change) {
        this.handle = handle;
        this.change = change;
    }

    /** Writes all of a run; the time it took, but for its last row and the commit, is recorded as the step {@code store}. */
    long write(NewRun run) {
        long start = System.nanoTime();
        Optional<Long> known =
                idOf("SELECT id FROM run WHERE uuid = :value", run.uuid().toString());
        if (known.isPresent()) {
            return known.get();
        }
        long project = project(run.placement().project(), run.finished());
        long experiment = experiment(project, run.placement().experiment(), run.finished());
        long imageSet = imageSet(project, run.imageSet(), run.finished());
        byte[] labels = LabelCodec.encode(run.labels().toArray());
        Map<String, Double> timings = new LinkedHashMap<>(run.timingsMillis());
        timings.putIfAbsent("store", (System.nanoTime() - start) / 1e6);
        Map<String, Double> scores = new LinkedHashMap<>();
        run.scores().values().forEach((name, value) -> scores.put(name.id(), value));
        RunDocument document = new RunDocument(
                run.parameters(), scores, run.labels().sizes(), run.explainedVarianceRatio(), run.warnings(), timings);
        long id = handle.createUpdate("""
                        INSERT INTO run (experiment_id, image_set_id, sweep_id, uuid, name, note, status, started, finished,
                            slices, seed, degenerate, identity_key, feature_key, label_key, same_labels_as,
                            engine_version, program_version, java_version, machine, revision, details, parent_id, applied_id)
                        VALUES (:experiment, :imageSet, :sweep, :uuid, :name, :note, :status, :started, :finished,
                            :slices, :seed, :degenerate, :identity, :features, :labels,
                            (SELECT MIN(id) FROM run WHERE label_key = :labels AND status = :status),
                            :engine, :program, :java, :machine, :revision, :details, :parent, :applied)
                        """)
                .bind("experiment", experiment)
                .bind("imageSet", imageSet)
                .bind("sweep", run.slot() == null ? null : (Long) run.slot().sweep())
                .bind("uuid", run.uuid().toString())
                .bind("name", run.placement().name())
                .bind("note", run.placement().note())
                .bind("status", Status.DONE.id())
                .bind("started", run.started())
                .bind("finished", run.finished())
                .bind("slices", run.labels().size())
                .bind("seed", run.seed())
                .bind("degenerate", run.labels().degenerate())
                .bind("identity", run.keys().identity())
                .bind("features", run.keys().features())
                .bind("labels", run.keys().labels())
                .bind("engine", run.provenance().engineVersion())
                .bind("program", run.provenance().programVersion())
                .bind("java", run.provenance().javaVersion())
                .bind("machine", run.provenance().machine())
                .bind("revision", change)
                .bind("details", document.write())
                .bind("parent", (Long) run.parameters().get("parent"))
                .bind("applied", (Long) run.parameters().get("applied"))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        tags(id, run.placement().tags());
        handle.createUpdate("INSERT INTO run_labels (run_id, labels, slices) VALUES (:run, :labels, :slices)")
                .bind("run", id)
                .bind("labels", labels)
                .bind("slices", run.slices() == null ? null : LabelCodec.encode(LabelCodec.flat(run.slices())))
                .execute();
        summary(id, run.summary());
        run.sliceScores().forEach((name, numbers) -> writeSliceScores(handle, id, name, numbers));
        return id;
    }

    private void summary(long run, @Nullable FitSummary summary) {
        if (summary != null) {
            handle.createUpdate("INSERT INTO run_summary (run_id, features, pca) VALUES (:run, :features, :pca)")
                    .bind("run", run)
                    .bind("features", JsonText.compact(SummaryText.features(summary)))
                    .bind(
                            "pca",
                            summary.loadings().isEmpty()
                                    ? null
                                    : JsonText.compact(Map.of("loadings", summary.loadings())))
                    .execute();
        }
    }

    /** The earliest run with the identity key of another, that is not deleted. */
    Optional<Long> identical(NewRun run) {
        return handle.createQuery(
                        "SELECT MIN(id) FROM run WHERE identity_key = :key AND deleted IS NULL AND status = 'done'")
                .bind("key", run.keys().identity())
                .mapTo(Long.class)
                .findOne();
    }

    private void tags(long run, List<String> tags) {
        for (String tag : new LinkedHashSet<>(tags)) {
            handle.createUpdate("INSERT INTO run_tag (run_id, tag) VALUES (:run, :tag)")
                    .bind("run", run)
                    .bind("tag", tag)
                    .execute();
        }
    }

    long addImageSet(String project, ImageSetRecord set, Instant now) {
        return imageSet(project(project, now), set, now);
    }

    Optional<Long> idOf(String query, String value) {
        return handle.createQuery(query).bind("value", value).mapTo(Long.class).findOne();
    }

    long project(String name, Instant now) {
        return idOf("SELECT id FROM project WHERE name = :value", name)
                .orElseGet(() -> handle.createUpdate("INSERT INTO project (name, created) VALUES (:name, :created)")
                        .bind("name", name)
                        .bind("created", now)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    long experiment(long project, String name, Instant now) {
        return handle.createQuery("SELECT id FROM experiment WHERE project_id = :project AND name = :name")
                .bind("project", project)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> handle.createUpdate(
                                "INSERT INTO experiment (project_id, name, created) VALUES (:project, :name, :created)")
                        .bind("project", project)
                        .bind("name", name)
                        .bind("created", now)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    long imageSet(long project, ImageSetRecord set, Instant now) {
        return handle.createQuery("SELECT id FROM image_set WHERE project_id = :project AND content_key = :key")
                .bind("project", project)
                .bind("key", set.contentKey())
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> insertImageSet(project, set, now));
    }

    private long insertImageSet(long project, ImageSetRecord set, Instant now) {
        long id = handle.createUpdate("""
                        INSERT INTO image_set (project_id, kind, name, content_key, mosaic_rows, mosaic_columns, created)
                        VALUES (:project, :kind, :name, :key, :rows, :columns, :created)
                        """)
                .bind("project", project)
                .bind("kind", set.kind().name().toLowerCase(Locale.ROOT))
                .bind("name", set.name())
                .bind("key", set.contentKey())
                .bind("rows", set.mosaicRows())
                .bind("columns", set.mosaicColumns())
                .bind("created", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO image (image_set_id, ordinal, name, path, mosaic_cell, width, height, bit_depth, bytes,
                    file_sha256, pixel_sha256, page, pages, pixel_width, pixel_height)
                VALUES (:set, :ordinal, :name, :path, :cell, :width, :height, :depth, :bytes, :file, :pixels,
                    :page, :pages, :pixelWidth, :pixelHeight)
                """);
        for (int i = 0; i < set.images().size(); i++) {
            ImageInfo info = set.images().get(i).info();
            PixelSize size = info.pixelSize();
            batch.bind("set", id)
                    .bind("ordinal", i)
                    .bind("name", info.file().name())
                    .bind("path", info.file().path().toString())
                    .bind("cell", set.images().get(i).mosaicCell())
                    .bind("width", info.width())
                    .bind("height", info.height())
                    .bind("depth", info.bitDepth())
                    .bind("bytes", info.bytes())
                    .bind("file", info.fileSha256())
                    .bind("pixels", info.pixelSha256())
                    .bind("page", info.file().page())
                    .bind("pages", info.pages())
                    .bind("pixelWidth", size == null ? null : (Double) size.width())
                    .bind("pixelHeight", size == null ? null : (Double) size.height())
                    .add();
        }
        batch.execute();
        return id;
    }

    static int writeSliceScores(Handle handle, long run, String name, SliceScores numbers) {
        return handle.createUpdate("INSERT INTO run_slice_score (run_id, name, numbers) VALUES (:run, :name, :numbers)")
                .bind("run", run)
                .bind("name", name)
                .bind("numbers", LabelCodec.encode(numbers))
                .execute();
    }
}
