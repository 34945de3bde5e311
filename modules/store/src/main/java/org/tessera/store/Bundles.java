// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tessera.engine.task.Monitor;

/**
 * Runs with everything but the images in one file, to keep and to merge into other stores. A bundle is a zip of JSON and CSV
 * that a person can read: {@code README.txt} in it says what is where. Any thread.
 */
public final class Bundles {
    private final Store store;

    Bundles(Store store) {
        this.store = store;
    }

    /**
     * Writes runs, the runs that they were made from and the ground truth of their images to a file; one that was there is
     * replaced.
     *
     * @param runs numbers, deleted runs too
     * @return the numbers of the runs that are in it, ascending
     * @throws StoreException if a run is not there or the file cannot be written; nothing is written then
     */
    public List<Long> write(List<Long> runs, Path file, Instant now, Monitor monitor) {
        return new BundleWriter(store).write(runs, false, file, now, monitor);
    }

    /** Writes every run that is not deleted, and the saved queries. */
    public List<Long> writeAll(Path file, Instant now, Monitor monitor) {
        List<Long> runs = store.runs().stream().map(RunRecord::id).toList();
        return new BundleWriter(store).write(runs, true, file, now, monitor);
    }

    /**
     * Records what a bundle has and the store has not: all of it or, with an exception, nothing. Nothing in the store is
     * lost: tags and stars are added, and notes and names that differ are kept both.
     *
     * @throws StoreException if it is no bundle, damaged, or of a newer Tessera
     */
    public ImportReport read(Path file, Instant now, Monitor monitor) {
        try (BundleFile bundle = BundleFile.open(file)) {
            return store.write((handle, change) -> new BundleImporter(handle, change, now).add(bundle, monitor));
        }
    }
}
