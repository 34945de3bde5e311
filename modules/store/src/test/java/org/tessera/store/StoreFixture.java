// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file; tests that hold wherever a store is extend it. */
abstract class StoreFixture {
    @TempDir
    Path folder;

    private StoreLocation location;

    StoreLocation newLocation() {
        return StoreLocation.parse(folder.resolve("store").toString());
    }

    /** The test's store. */
    final Store open() {
        if (location == null) {
            location = newLocation();
        }
        return Store.open(location);
    }
}
