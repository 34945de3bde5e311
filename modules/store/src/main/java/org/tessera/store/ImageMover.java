// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Says where recorded images are now. Within one transaction. */
final class ImageMover {
    private final Handle handle;
    private final long change;
    private final TreeSet<Long> changed = new TreeSet<>();

    /** @param change the number of this transaction */
    ImageMover(Handle handle, long change) {
        this.handle = handle;
        this.change = change;
    }

    /** An image is now elsewhere, in each set that has it where it was. */
    void move(long imageSet, int ordinal, Path to) {
        handle.createQuery("SELECT path, pixel_sha256 FROM image WHERE image_set_id = :set AND ordinal = :ordinal")
                .bind("set", imageSet)
                .bind("ordinal", ordinal)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .findOne()
                .ifPresent(old -> {
                    changed.addAll(handle.createQuery(
                                    "SELECT image_set_id FROM image WHERE path = :path AND pixel_sha256 = :pixels")
                            .bind("path", old.getKey())
                            .bind("pixels", old.getValue())
                            .mapTo(Long.class)
                            .list());
                    handle.createUpdate("UPDATE image SET path = :to WHERE path = :path AND pixel_sha256 = :pixels")
                            .bind("to", to.toString())
                            .bind("path", old.getKey())
                            .bind("pixels", old.getValue())
                            .execute();
                });
    }

    /** Gives the sets that have changed their new keys, unless another set of the project has one. */
    void rename(Function<ImageSetRecord, String> key) {
        RunReader reader = new RunReader(handle);
        for (long set : changed) {
            handle.createUpdate("UPDATE image_set SET revision = :change WHERE id = :set")
                    .bind("change", change)
                    .bind("set", set)
                    .execute();
            handle.createUpdate("""
                            UPDATE image_set SET content_key = :key WHERE id = :set AND NOT EXISTS (
                                SELECT 1 FROM image_set o WHERE o.content_key = :key
                                AND o.project_id = (SELECT s.project_id FROM image_set s WHERE s.id = :set))
                            """)
                    .bind("key", key.apply(reader.imageSet(set).orElseThrow()))
                    .bind("set", set)
                    .execute();
        }
    }
}
