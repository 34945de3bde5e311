// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;

/** Writes within one transaction. */
final class RunWriter {
    private final Handle handle;

    RunWriter(Handle handle) {
        this.handle = handle;
    }

    /** Writes all of a run; the time it took, up to the commit, is recorded as the step {@code store}. */
    long write(NewRun run) {
        long start = System.nanoTime();
        Optional<Long> known =
                idOf("SELECT id FROM run WHERE uuid = :value", run.uuid().toString());
        if (known.isPresent()) {
            return known.get();
        }
        long project = project(run.placement().project(), run.finished());
        long id = handle.createUpdate("""
                        INSERT INTO run (experiment_id, image_set_id, sweep_id, uuid, name, note, status, started, finished,
                            slices, seed, degenerate, identity_key, feature_key, label_key, same_labels_as,
                            engine_version, program_version, java_version, machine)
                        VALUES (:experiment, :imageSet, :sweep, :uuid, :name, :note, :status, :started, :finished,
                            :slices, :seed, :degenerate, :identity, :features, :labels,
                            (SELECT MIN(id) FROM run WHERE label_key = :labels AND status = :status),
                            :engine, :program, :java, :machine)
                        """)
                .bind("experiment", experiment(project, run.placement().experiment(), run.finished()))
                .bind("imageSet", imageSet(project, run.imageSet(), run.finished()))
                .bind("sweep", run.sweep())
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
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        parameters(id, run.parameters());
        scores(id, run);
        series(
                id,
                "cluster_sizes",
                run.labels().sizes().stream()
                        .map(s -> Map.entry("", s.doubleValue()))
                        .toList());
        series(
                id,
                "explained_variance_ratio",
                run.explainedVarianceRatio().stream().map(v -> Map.entry("", v)).toList());
        texts(id, "INSERT INTO run_warning (run_id, ordinal, sentence) VALUES (:run, :ordinal, :text)", run.warnings());
        texts(
                id,
                "INSERT INTO run_tag (run_id, tag) VALUES (:run, :text)",
                run.placement().tags().stream().distinct().toList());
        handle.createUpdate("INSERT INTO run_labels (run_id, labels, slices) VALUES (:run, :labels, :slices)")
                .bind("run", id)
                .bind("labels", LabelCodec.encode(run.labels().toArray()))
                .bind("slices", run.slices() == null ? null : LabelCodec.encode(LabelCodec.flat(run.slices())))
                .execute();
        List<Map.Entry<String, Double>> timings =
                new ArrayList<>(run.timingsMillis().entrySet());
        timings.add(Map.entry("store", (System.nanoTime() - start) / 1e6));
        series(id, "timings_ms", timings);
        return id;
    }

    long beginSweep(UUID uuid, Placement placement, ImageSetRecord imageSet, int planned, Instant started) {
        Optional<Long> known = idOf("SELECT id FROM sweep WHERE uuid = :value", uuid.toString());
        if (known.isPresent()) {
            return known.get();
        }
        long project = project(placement.project(), started);
        return handle.createUpdate("""
                        INSERT INTO sweep (experiment_id, image_set_id, uuid, status, planned, started)
                        VALUES (:experiment, :imageSet, :uuid, :status, :planned, :started)
                        """)
                .bind("experiment", experiment(project, placement.experiment(), started))
                .bind("imageSet", imageSet(project, imageSet, started))
                .bind("uuid", uuid.toString())
                .bind("status", Status.RUNNING.id())
                .bind("planned", planned)
                .bind("started", started)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    long addImageSet(String project, ImageSetRecord set, Instant now) {
        return imageSet(project(project, now), set, now);
    }

    private Optional<Long> idOf(String query, String value) {
        return handle.createQuery(query).bind("value", value).mapTo(Long.class).findOne();
    }

    private long project(String name, Instant now) {
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

    private long imageSet(long project, ImageSetRecord set, Instant now) {
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
                .bind("kind", set.kind().name().toLowerCase(java.util.Locale.ROOT))
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

    private void parameters(long run, Map<String, @Nullable Object> parameters) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO run_parameter (run_id, ordinal, name, kind, number_value, text_value)
                VALUES (:run, :ordinal, :name, :kind, :number, :text)
                """);
        int ordinal = 0;
        for (Map.Entry<String, @Nullable Object> parameter : parameters.entrySet()) {
            ParameterValue value = ParameterValue.of(parameter.getValue());
            batch.bind("run", run)
                    .bind("ordinal", ordinal++)
                    .bind("name", parameter.getKey())
                    .bind("kind", value.kind())
                    .bind("number", value.number())
                    .bind("text", value.text())
                    .add();
        }
        execute(batch);
    }

    private void scores(long run, NewRun of) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO run_score (run_id, name, score) VALUES (:run, :name, :score)");
        of.scores().values().forEach((name, value) -> batch.bind("run", run)
                .bind("name", name.id())
                .bind("score", value)
                .add());
        execute(batch);
    }

    private void series(long run, String name, List<Map.Entry<String, Double>> values) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO run_series (run_id, name, ordinal, label, number_value)
                VALUES (:run, :name, :ordinal, :label, :number)
                """);
        for (int i = 0; i < values.size(); i++) {
            batch.bind("run", run)
                    .bind("name", name)
                    .bind("ordinal", i)
                    .bind("label", values.get(i).getKey())
                    .bind("number", values.get(i).getValue())
                    .add();
        }
        execute(batch);
    }

    private void texts(long run, String insert, List<String> texts) {
        PreparedBatch batch = handle.prepareBatch(insert);
        boolean ordered = insert.contains(":ordinal");
        for (int i = 0; i < texts.size(); i++) {
            batch.bind("run", run).bind("text", texts.get(i));
            if (ordered) {
                batch.bind("ordinal", i);
            }
            batch.add();
        }
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
