// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Mark mark = reader.mark();
        List<RunRecord> runs = runs(reader, before, mark);
        return new StoreSnapshot(
                mark.toString(),
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
    private static List<RunRecord> runs(RunReader reader, StoreSnapshot before, Mark now) {
        if (before.mark().isEmpty()) {
            return reader.all();
        }
        Mark known = Mark.parse(before.mark());
        List<RunRecord> merged = merged(before.runs(), reader.where("r.revision > :value", known.changes()));
        if (known.purges() != now.purges()) {
            Set<Long> there = reader.ids();
            return merged.stream().filter(run -> there.contains(run.id())).toList();
        }
        return merged;
    }

    /** Both are in the order of their numbers; of a run in both, that of the second, if it is not deleted. */
    private static List<RunRecord> merged(List<RunRecord> before, List<RunRecord> changed) {
        if (changed.isEmpty()) {
            return before;
        }
        List<RunRecord> merged = new ArrayList<>(before.size() + changed.size());
        int next = 0;
        for (RunRecord run : changed) {
            while (next < before.size() && before.get(next).id() < run.id()) {
                merged.add(before.get(next++));
            }
            if (next < before.size() && before.get(next).id() == run.id()) {
                next++;
            }
            if (run.deleted() == null) {
                merged.add(run);
            }
        }
        merged.addAll(before.subList(next, before.size()));
        return merged;
    }

    private record Listed(long id, String project, long revision) {}

    /** All of them; those known before are not read again, unless their images have been found elsewhere since. */
    List<ImageSetEntry> imageSets(StoreSnapshot before) {
        RunReader reader = new RunReader(handle);
        Map<Long, ImageSetEntry> known = new HashMap<>();
        long seen = before.mark().isEmpty() ? 0 : Mark.parse(before.mark()).changes();
        before.imageSets().forEach(entry -> known.put(entry.id(), entry));
        return handle
                .createQuery("SELECT s.id, p.name, s.revision FROM image_set s JOIN project p ON p.id = s.project_id"
                        + " ORDER BY s.id")
                .map((row, context) -> new Listed(row.getLong(1), row.getString(2), row.getLong(3)))
                .list()
                .stream()
                .map(listed -> {
                    ImageSetEntry old = known.get(listed.id);
                    return old != null && listed.revision <= seen
                            ? old
                            : new ImageSetEntry(
                                    listed.id,
                                    listed.project,
                                    reader.imageSet(listed.id).orElseThrow());
                })
                .toList();
    }
}
