// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tessera.store.StoreSnapshot.ExperimentEntry;
import org.tessera.store.StoreSnapshot.ImageSetEntry;

/** Reads a {@link StoreSnapshot} within one transaction. */
final class SnapshotReader {
    private final Handle handle;

    SnapshotReader(Handle handle) {
        this.handle = handle;
    }

    StoreSnapshot read(StoreSnapshot before) {
        RunReader reader = new RunReader(handle);
        // read first, so that what is recorded meanwhile changes the mark once more
        String mark = reader.mark();
        boolean edited = !RunReader.edits(before.mark()).equals(RunReader.edits(mark));
        long known = before.runs().isEmpty()
                ? 0
                : before.runs().get(before.runs().size() - 1).id();
        List<RunRecord> runs = new ArrayList<>(before.runs());
        if (known > 0 && !edited) {
            runs.addAll(reader.where("r.id > :value", known));
        }
        // a run with a lower number may have been recorded after one with a higher
        if (edited || runs.size() != reader.count()) {
            runs = reader.all();
        }
        return new StoreSnapshot(
                mark,
                handle.createQuery("SELECT name FROM project ORDER BY name")
                        .mapTo(String.class)
                        .list(),
                imageSets(reader, before),
                handle.createQuery("""
                                SELECT p.name AS project, e.name AS experiment FROM experiment e
                                JOIN project p ON p.id = e.project_id ORDER BY e.id
                                """)
                        .map((row, context) ->
                                new ExperimentEntry(row.getString("project"), row.getString("experiment")))
                        .list(),
                reader.sweeps("TRUE", null),
                runs);
    }

    private List<ImageSetEntry> imageSets(RunReader reader, StoreSnapshot before) {
        Map<Long, ImageSetEntry> known = new HashMap<>();
        before.imageSets().forEach(entry -> known.put(entry.id(), entry));
        return handle
                .createQuery("SELECT s.id, p.name FROM image_set s JOIN project p ON p.id = s.project_id ORDER BY s.id")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .map(entry -> {
                    ImageSetEntry old = known.get(entry.getKey());
                    return old != null
                            ? old
                            : new ImageSetEntry(
                                    entry.getKey(),
                                    entry.getValue(),
                                    reader.imageSet(entry.getKey()).orElseThrow());
                })
                .toList();
    }
}
