// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.truth.TruthLayer;

/** Reads and writes ground-truth layers within one transaction. */
final class TruthTable {
    private final Handle handle;

    TruthTable(Handle handle) {
        this.handle = handle;
    }

    /** The newest version of that name, if it is the same, or a new one. */
    TruthRecord save(long imageSet, String name, TruthLayer layer, Instant now) {
        List<TruthRecord> before = ofSet(imageSet, true).stream()
                .filter(version -> version.name().equals(name))
                .toList();
        if (!before.isEmpty()) {
            TruthRecord newest = before.get(before.size() - 1);
            if (newest.layer().equals(layer) && newest.deleted() == null) {
                return newest;
            }
        }
        int version = before.stream().mapToInt(TruthRecord::version).max().orElse(0) + 1;
        long id = handle.createUpdate("""
                        INSERT INTO truth_layer (image_set_id, name, version, grid, classes, numbers, created)
                        VALUES (:imageSet, :name, :version, :grid, :classes, :numbers, :created)
                        """)
                .bind("imageSet", imageSet)
                .bind("name", name)
                .bind("version", version)
                .bind("grid", layer.grid().toString())
                .bind("classes", JsonText.write(Map.of("classes", layer.classes())))
                .bind("numbers", LabelCodec.encode(layer.labels().toArray()))
                .bind("created", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return require(id);
    }

    /** The versions of the layers of every image set with the same pixels, wherever its files lie; by name, oldest first. */
    List<TruthRecord> ofSet(long imageSet, boolean deleted) {
        return where("""
                (SELECT COUNT(*) FROM image a WHERE a.image_set_id = t.image_set_id)
                = (SELECT COUNT(*) FROM image b WHERE b.image_set_id = :value)
                AND NOT EXISTS (
                    SELECT 1 FROM image a JOIN image b ON b.image_set_id = :value AND b.ordinal = a.ordinal
                    WHERE a.image_set_id = t.image_set_id
                    AND (a.pixel_sha256 <> b.pixel_sha256 OR (a.pixel_sha256 = '' AND a.name <> b.name)))
                """ + (deleted ? "" : " AND t.deleted IS NULL"), imageSet);
    }

    TruthRecord require(long id) {
        return where("t.id = :value", id).stream()
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        "There is no ground-truth layer " + id + "; \"tessera truth list\" shows them."));
    }

    /** Those that meet a condition on {@code t}. */
    List<TruthRecord> where(String condition, @Nullable Object value) {
        Query query = handle.createQuery(
                "SELECT t.* FROM truth_layer t WHERE " + condition + " ORDER BY t.name, t.version, t.id");
        return (value == null ? query : query.bind("value", value))
                .map((row, context) -> {
                    List<String> classes = BundleFile.list(JsonText.read(row.getString("classes")), "classes").stream()
                            .map(Object::toString)
                            .toList();
                    return new TruthRecord(
                            row.getLong("id"),
                            row.getLong("image_set_id"),
                            row.getString("name"),
                            row.getInt("version"),
                            new TruthLayer(
                                    Grid.parse(row.getString("grid")),
                                    classes,
                                    Labels.numbered(LabelCodec.decode(row.getBytes("numbers")), classes.size())),
                            row.getObject("created", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("deleted", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(null));
                })
                .list();
    }

    int setDeleted(long id, @Nullable Instant time) {
        require(id);
        return handle.createUpdate("UPDATE truth_layer SET deleted = :time WHERE id = :id")
                .bind("time", time)
                .bind("id", id)
                .execute();
    }
}
