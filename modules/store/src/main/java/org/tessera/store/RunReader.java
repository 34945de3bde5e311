// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;
import org.tessera.engine.run.FitSummary;
import org.tessera.engine.score.SliceScores;

/** Reads with one handle; a list of runs takes few queries, however many runs. */
final class RunReader {
    private final Handle handle;

    RunReader(Handle handle) {
        this.handle = handle;
    }

    /** The runs that are not deleted, oldest first. */
    List<RunRecord> all() {
        return where("r.deleted IS NULL", null);
    }

    /** The runs that meet a condition on {@code r}, with {@code :value} in it, oldest first. */
    List<RunRecord> where(String condition, @Nullable Object value) {
        Map<Long, List<String>> tags = new HashMap<>();
        bound(
                        "SELECT t.run_id, t.tag FROM run_tag t JOIN run r ON r.id = t.run_id WHERE " + condition
                                + " ORDER BY t.run_id, t.tag",
                        value)
                .map((row, context) -> tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(row.getString(2)))
                .forEach(done -> {});
        Map<Long, Filed> experiments = new HashMap<>();
        Map<Long, Filed> sets = new HashMap<>();
        Shared shared = new Shared();
        return bound("SELECT r.* FROM run r WHERE " + condition + " ORDER BY r.id", value)
                .map((row, context) -> record(
                        row,
                        experiments.computeIfAbsent(row.getLong("experiment_id"), this::experiment),
                        sets.computeIfAbsent(row.getLong("image_set_id"), this::imageSetName),
                        shared.one(tags.getOrDefault(row.getLong("id"), List.of())),
                        shared))
                .list();
    }

    /** Names of what a run is filed under, or of an image set and how many images it has. */
    private record Filed(String name, String project, int images) {}

    private Filed experiment(long id) {
        return handle.createQuery("SELECT e.name, p.name AS project_name FROM experiment e"
                        + " JOIN project p ON p.id = e.project_id WHERE e.id = :id")
                .bind("id", id)
                .map((row, context) -> new Filed(row.getString(1), row.getString(2), 0))
                .one();
    }

    private Filed imageSetName(long id) {
        return handle.createQuery("SELECT s.name, (SELECT COUNT(*) FROM image i WHERE i.image_set_id = s.id) AS images"
                        + " FROM image_set s WHERE s.id = :id")
                .bind("id", id)
                .map((row, context) -> new Filed(row.getString(1), "", row.getInt(2)))
                .one();
    }

    private Query bound(String sql, @Nullable Object value) {
        Query query = handle.createQuery(sql);
        return value == null ? query : query.bind("value", value);
    }

    private static RunRecord record(ResultSet row, Filed experiment, Filed set, List<String> tags, Shared shared)
            throws SQLException {
        RunDocument document = RunDocument.read(text(row, "details"), shared);
        return new RunRecord(
                row.getLong("id"),
                UUID.fromString(text(row, "uuid")),
                experiment.project,
                experiment.name,
                row.getLong("image_set_id"),
                set.name,
                set.images,
                wholeOrNull(row, "sweep_id"),
                orNull(row, "name"),
                orNull(row, "note"),
                tags,
                Status.ofId(text(row, "status")),
                instant(row, "started"),
                instant(row, "finished"),
                row.getInt("slices"),
                row.getBoolean("degenerate"),
                document.parameters(),
                document.scores(),
                document.clusterSizes(),
                document.explainedVarianceRatio(),
                document.warnings(),
                document.timingsMillis(),
                new NewRun.Keys(
                        text(row, "identity_key"), shared.one(text(row, "feature_key")), text(row, "label_key")),
                wholeOrNull(row, "same_labels_as"),
                row.getBoolean("starred"),
                row.getObject("deleted") == null ? null : instant(row, "deleted"),
                ClusterStyles.read(orNull(row, "clusters")),
                shared.one(new Provenance(
                        text(row, "engine_version"),
                        text(row, "program_version"),
                        text(row, "java_version"),
                        text(row, "machine"))));
    }

    /** The numbers of the runs that are not deleted. */
    Set<Long> ids() {
        return handle.createQuery("SELECT id FROM run WHERE deleted IS NULL")
                .mapTo(Long.class)
                .set();
    }

    /** How many there are of each, in the order shown. */
    Map<String, Long> counts() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("projects", "project");
        queries.put("image_sets", "image_set");
        queries.put("experiments", "experiment");
        queries.put("sweeps", "sweep");
        queries.put("runs", "run r WHERE r.deleted IS NULL");
        queries.put("deleted", "run r WHERE r.deleted IS NOT NULL");
        Map<String, Long> counts = new LinkedHashMap<>();
        queries.forEach((what, from) -> counts.put(
                what,
                handle.createQuery("SELECT COUNT(*) FROM " + from)
                        .mapTo(Long.class)
                        .one()));
        return counts;
    }

    Mark mark() {
        return handle.createQuery("SELECT changes, purges FROM store_state WHERE id = 1")
                .map((row, context) -> new Mark(row.getLong(1), row.getLong(2)))
                .one();
    }

    Optional<SweepRecord> sweep(long id) {
        return sweeps("s.id = :value", id).stream().findFirst();
    }

    /** The sweeps that meet a condition on {@code s}, oldest first. */
    List<SweepRecord> sweeps(String condition, @Nullable Object value) {
        Map<Long, List<Long>> known = new HashMap<>();
        bound(
                        "SELECT k.sweep_id, k.run_id FROM sweep_known k JOIN sweep s ON s.id = k.sweep_id WHERE "
                                + condition + " ORDER BY k.sweep_id, k.run_id",
                        value)
                .map((row, context) -> known.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(row.getLong(2)))
                .forEach(done -> {});
        return bound("""
                        SELECT s.*, e.name AS experiment_name, p.name AS project_name FROM sweep s
                        JOIN experiment e ON e.id = s.experiment_id JOIN project p ON p.id = e.project_id WHERE %s ORDER BY s.id
                        """.formatted(condition), value)
                .map((row, context) -> new SweepRecord(
                        row.getLong("id"),
                        text(row, "project_name"),
                        text(row, "experiment_name"),
                        row.getLong("image_set_id"),
                        Status.ofId(text(row, "status")),
                        row.getInt("planned"),
                        instant(row, "started"),
                        row.getObject("finished") == null ? null : instant(row, "finished"),
                        Set.copyOf(known.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    Optional<byte[]> bytes(long run, String column) {
        return handle.createQuery("SELECT " + column + " FROM run_labels WHERE run_id = :run")
                .bind("run", run)
                .map((row, context) -> Optional.ofNullable(row.getBytes(1)))
                .findOne()
                .flatMap(bytes -> bytes);
    }

    Optional<FitSummary> summary(long run) {
        return handle.createQuery("SELECT features, pca FROM run_summary WHERE run_id = :run")
                .bind("run", run)
                .map((row, context) -> {
                    String pca = row.getString(2);
                    return SummaryText.of(
                            JsonText.read(text(row, "features")),
                            pca == null ? null : JsonText.read(pca).get("loadings"));
                })
                .findOne();
    }

    Map<String, SliceScores> sliceScores(long run) {
        Map<String, SliceScores> scores = new LinkedHashMap<>();
        handle.createQuery("SELECT name, numbers FROM run_slice_score WHERE run_id = :run ORDER BY name")
                .bind("run", run)
                .map((row, context) -> scores.put(row.getString(1), LabelCodec.scores(row.getBytes(2))))
                .forEach(done -> {});
        return scores;
    }

    Optional<ImageSetRecord> imageSet(long id) {
        List<StoredImage> images = handle.createQuery("SELECT * FROM image WHERE image_set_id = :id ORDER BY ordinal")
                .bind("id", id)
                .map((row, context) -> new StoredImage(
                        new ImageInfo(
                                new ImageFile(Path.of(text(row, "path")), text(row, "name"), row.getInt("page")),
                                row.getInt("width"),
                                row.getInt("height"),
                                row.getInt("bit_depth"),
                                row.getLong("bytes"),
                                text(row, "file_sha256"),
                                text(row, "pixel_sha256"),
                                row.getInt("pages"),
                                pixelSize(row)),
                        row.getInt("mosaic_cell")))
                .list();
        return handle.createQuery("SELECT * FROM image_set WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new ImageSetRecord(
                        ImageSetRecord.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                        text(row, "name"),
                        text(row, "content_key"),
                        row.getInt("mosaic_rows"),
                        row.getInt("mosaic_columns"),
                        images))
                .findOne();
    }

    private static @Nullable PixelSize pixelSize(ResultSet row) {
        Double width = number(row, "pixel_width");
        Double height = number(row, "pixel_height");
        return width == null || height == null ? null : new PixelSize(width, height);
    }

    private static String text(ResultSet row, String column) {
        String text = orNull(row, column);
        if (text == null) {
            throw new IllegalStateException(column + " is null");
        }
        return text;
    }

    private static @Nullable String orNull(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private static @Nullable Double number(ResultSet row, String column) {
        try {
            double value = row.getDouble(column);
            return row.wasNull() ? null : value;
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private static @Nullable Long wholeOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Carries an {@link SQLException} out of a lambda. */
    private static final class UncheckedSqlException extends org.jdbi.v3.core.JdbiException {
        private static final long serialVersionUID = 1L;

        UncheckedSqlException(SQLException cause) {
            super(cause);
        }
    }
}
