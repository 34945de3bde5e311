// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        long changes = reader.changes();
        List<RunRecord> runs = runs(reader, before);
        return new StoreSnapshot(
                Long.toString(changes),
                handle.createQuery("SELECT name FROM project ORDER BY name")
                        .mapTo(String.class)
                        .list(),
                imageSets(before),
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

    /** Those known before, with what was written since. */
    private static List<RunRecord> runs(RunReader reader, StoreSnapshot before) {
        if (before.mark().isEmpty()) {
            return reader.all();
        }
        List<RunRecord> changed = reader.where("r.revision > :value", Long.valueOf(before.mark()));
        TreeMap<Long, RunRecord> runs = new TreeMap<>();
        before.runs().forEach(run -> runs.put(run.id(), run));
        for (RunRecord run : changed) {
            if (run.deleted() == null) {
                runs.put(run.id(), run);
            } else {
                runs.remove(run.id());
            }
        }
        if (runs.size() != reader.count()) {
            runs.keySet().retainAll(reader.ids());
        }
        return List.copyOf(runs.values());
    }

    /** All of them; those known before are not read again. */
    List<ImageSetEntry> imageSets(StoreSnapshot before) {
        RunReader reader = new RunReader(handle);
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
