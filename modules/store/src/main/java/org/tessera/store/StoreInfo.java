// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is in a store, in numbers.
 *
 * @param location where it is
 * @param bytes size of its file
 * @param schema version of its tables
 * @param counts how many projects, image sets, experiments, sweeps, runs, and deleted runs, in that order
 * @param backups beside it, oldest first
 */
public record StoreInfo(String location, long bytes, int schema, Map<String, Long> counts, List<Path> backups) {
    public StoreInfo {
        backups = List.copyOf(backups);
    }
}
