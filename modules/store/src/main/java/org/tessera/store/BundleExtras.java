// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.truth.TruthLayer;

/** Merges what a bundle has beside runs: their repetitions, ground truth and saved queries. */
final class BundleExtras {
    private final Handle handle;
    private final Instant now;
    private final List<String> conflicts;

    BundleExtras(Handle handle, Instant now, List<String> conflicts) {
        this.handle = handle;
        this.now = now;
        this.conflicts = conflicts;
    }

    /** Saves a layer as the next version of its name, unless a version of that name says the same; the number of a new one. */
    Optional<Long> addTruth(Map<String, @Nullable Object> json, long imageSet) {
        TruthTable table = new TruthTable(handle);
        String name = BundleFile.string(json, "name");
        TruthLayer layer = BundleFile.truthLayer(json);
        List<TruthRecord> here = table.ofSet(imageSet, true).stream()
                .filter(version -> version.name().equals(name))
                .toList();
        if (here.stream().anyMatch(version -> version.layer().equals(layer))) {
            return Optional.empty();
        }
        TruthRecord saved = table.save(imageSet, name, layer, Instant.parse(BundleFile.string(json, "created")));
        if (saved.version() != BundleFile.whole(json, "version")) {
            conflicts.add("The ground truth \"" + name + "\" has other versions here; version "
                    + BundleFile.whole(json, "version") + " of the bundle is version " + saved.version() + " here.");
        }
        return Optional.of(saved.id());
    }

    /** Adds the repetitions of a run that were made in a way in which there are none here; whether there were any. */
    boolean addRepetitions(long run, long number, Map<String, List<Repetition>> theirs) {
        List<Repetition> here = Repetitions.read(handle, run);
        boolean added = false;
        for (Map.Entry<String, List<Repetition>> each : theirs.entrySet()) {
            List<Repetition> same = here.stream()
                    .filter(repetition -> repetition.how().equals(each.getKey()))
                    .toList();
            if (same.isEmpty()) {
                Repetitions.write(handle, run, each.getKey(), each.getValue());
                added = true;
            } else if (!same.equals(each.getValue())) {
                conflicts.add("Run " + run + " here and run " + number + " of the bundle were repeated by "
                        + each.getKey() + " with other outcomes; those here stay.");
            }
        }
        return added;
    }

    /** Saves queries; one whose name stands for another condition here gets a new name. */
    void addQueries(Map<String, @Nullable Object> queries) {
        Map<String, String> here = SavedQueries.read(handle);
        queries.forEach((name, expression) -> {
            if (expression == null || expression.equals(here.get(name))) {
                return;
            }
            String free = name;
            for (int i = 2; here.containsKey(free) && !expression.equals(here.get(free)); i++) {
                free = name + " " + i;
            }
            if (!free.equals(name)) {
                conflicts.add("The saved query \"" + name + "\" is another one here; that of the bundle is \"" + free
                        + "\".");
            }
            SavedQueries.write(handle, free, expression.toString(), now);
        });
    }
}
