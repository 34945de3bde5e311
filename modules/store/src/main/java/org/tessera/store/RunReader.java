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
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.image.PixelSize;

/** Reads with one handle; a list of runs takes a fixed number of queries, however many runs. */
final class RunReader {
    private static final String RUNS = """
            SELECT r.*, p.name AS project_name, e.name AS experiment_name, s.name AS set_name,
                (SELECT COUNT(*) FROM image i WHERE i.image_set_id = s.id) AS images
            FROM run r JOIN experiment e ON e.id = r.experiment_id JOIN project p ON p.id = e.project_id
            JOIN image_set s ON s.id = r.image_set_id
            WHERE %s ORDER BY r.id
            """;

    private static final String KEPT = "r.deleted IS NULL";

    private final Handle handle;

    RunReader(Handle handle) {
        this.handle = handle;
    }

    /** What hangs on a run in other tables. */
    private static final class Details {
        private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        private final Map<String, Double> scores = new LinkedHashMap<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private final Map<String, Double> timings = new LinkedHashMap<>();
        private final List<String> warnings = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
    }

    List<RunRecord> all() {
        return where(KEPT, null);
    }

    /** The runs that meet a condition on {@code r}, with {@code :value} in it. */
    List<RunRecord> where(String condition, @Nullable Object value) {
        // a run that is there now is there with all that hangs on it; one recorded from here on is not read, or not
        // whole
        Set<Long> whole = bound("SELECT r.id FROM run r WHERE " + condition, value)
                .mapTo(Long.class)
                .set();
        Map<Long, Details> details = new HashMap<>();
        String ids = "run_id IN (SELECT r.id FROM run r WHERE " + condition + ")";
        String where = KEPT.equals(condition) ? "TRUE" : ids;
        each(
                "SELECT * FROM run_parameter WHERE " + where + " ORDER BY run_id, ordinal",
                value,
                details,
                (d, row) -> d.parameters.put(
                        text(row, "name"),
                        new ParameterValue(text(row, "kind"), number(row, "number_value"), orNull(row, "text_value"))
                                .value()));
        each(
                "SELECT * FROM run_score WHERE " + where,
                value,
                details,
                (d, row) -> d.scores.put(text(row, "name"), real(row, "score")));
        each(
                "SELECT * FROM run_series WHERE " + where + " ORDER BY run_id, name, ordinal",
                value,
                details,
                RunReader::series);
        each(
                "SELECT * FROM run_warning WHERE " + where + " ORDER BY run_id, ordinal",
                value,
                details,
                (d, row) -> d.warnings.add(text(row, "sentence")));
        each(
                "SELECT * FROM run_tag WHERE " + where + " ORDER BY run_id, tag",
                value,
                details,
                (d, row) -> d.tags.add(text(row, "tag")));
        return bound(RUNS.formatted(condition), value)
                .map((row, context) -> record(row, details.getOrDefault(row.getLong("id"), new Details())))
                .filter(run -> whole.contains(run.id()))
                .list();
    }

    private static void series(Details details, ResultSet row) {
        double value = real(row, "number_value");
        switch (text(row, "name")) {
            case "cluster_sizes" -> details.sizes.add((int) value);
            case "explained_variance_ratio" -> details.ratios.add(value);
            default -> details.timings.put(text(row, "label"), value);
        }
    }

    private void each(
            String query, @Nullable Object value, Map<Long, Details> details, BiConsumer<Details, ResultSet> add) {
        bound(query, value)
                .map((row, context) -> {
                    add.accept(details.computeIfAbsent(row.getLong("run_id"), id -> new Details()), row);
                    return true;
                })
                .forEach(done -> {});
    }

    private Query bound(String sql, @Nullable Object value) {
        Query query = handle.createQuery(sql);
        return value == null ? query : query.bind("value", value);
    }

    private static RunRecord record(ResultSet row, Details details) throws SQLException {
        return new RunRecord(
                row.getLong("id"),
                text(row, "project_name"),
                text(row, "experiment_name"),
                row.getLong("image_set_id"),
                text(row, "set_name"),
                row.getInt("images"),
                wholeOrNull(row, "sweep_id"),
                orNull(row, "name"),
                orNull(row, "note"),
                details.tags,
                Status.ofId(text(row, "status")),
                instant(row, "started"),
                instant(row, "finished"),
                row.getInt("slices"),
                row.getBoolean("degenerate"),
                details.parameters,
                details.scores,
                details.sizes,
                details.ratios,
                details.warnings,
                details.timings,
                text(row, "identity_key"),
                text(row, "label_key"),
                wholeOrNull(row, "same_labels_as"),
                row.getBoolean("starred"),
                row.getObject("deleted") == null ? null : instant(row, "deleted"),
                new Provenance(
                        text(row, "engine_version"),
                        text(row, "program_version"),
                        text(row, "java_version"),
                        text(row, "machine")));
    }

    int count() {
        return handle.createQuery("SELECT COUNT(*) FROM run r WHERE " + KEPT)
                .mapTo(Integer.class)
                .one();
    }

    /** How many there are of each, in the order shown. */
    Map<String, Long> counts() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("projects", "project");
        queries.put("image_sets", "image_set");
        queries.put("experiments", "experiment");
        queries.put("sweeps", "sweep");
        queries.put("runs", "run r WHERE " + KEPT);
        queries.put("deleted", "run r WHERE r.deleted IS NOT NULL");
        Map<String, Long> counts = new LinkedHashMap<>();
        queries.forEach((what, from) -> counts.put(
                what,
                handle.createQuery("SELECT COUNT(*) FROM " + from)
                        .mapTo(Long.class)
                        .one()));
        return counts;
    }

    String mark() {
        return handle.createQuery("""
                        SELECT (SELECT COUNT(*) FROM run) AS runs, (SELECT COALESCE(MAX(id), 0) FROM run) AS newest,
                            (SELECT COUNT(*) FROM image_set) AS sets, (SELECT COUNT(*) FROM sweep) AS sweeps,
                            (SELECT COUNT(*) FROM sweep WHERE status = 'running') AS running,
                            (SELECT COUNT(*) FROM project) AS projects, (SELECT COUNT(*) FROM experiment) AS experiments,
                            (SELECT COALESCE(SUM(revision), 0) FROM run) AS edits
                        """)
                .map((row, context) -> row.getLong("runs") + " " + row.getLong("newest") + " " + row.getLong("sets")
                        + " "
                        + row.getLong("sweeps") + " " + row.getLong("running") + " " + row.getLong("projects") + " "
                        + row.getLong("experiments") + " " + row.getLong("edits"))
                .one();
    }

    /** The part of a mark that changes when a run is edited. */
    static String edits(String mark) {
        return mark.substring(mark.lastIndexOf(' ') + 1);
    }

    Optional<SweepRecord> sweep(long id) {
        return sweeps("s.id = :value", id).stream().findFirst();
    }

    /** The sweeps that meet a condition on {@code s}, oldest first. */
    List<SweepRecord> sweeps(String condition, @Nullable Object value) {
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
                        row.getObject("finished") == null ? null : instant(row, "finished")))
                .list();
    }

    Optional<byte[]> bytes(long run, String column) {
        return handle.createQuery("SELECT " + column + " FROM run_labels WHERE run_id = :run")
                .bind("run", run)
                .map((row, context) -> Optional.ofNullable(row.getBytes(1)))
                .findOne()
                .flatMap(bytes -> bytes);
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

    private static double real(ResultSet row, String column) {
        Double value = number(row, column);
        return value == null ? 0 : value;
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
