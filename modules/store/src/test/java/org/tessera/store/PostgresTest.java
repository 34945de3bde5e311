// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import org.junit.jupiter.api.Nested;
import org.tessera.testing.PostgresServer;

/** The tests of a store on a real PostgreSQL server, each in a database of its own. */
class PostgresTest {
    private static StoreLocation fresh() {
        return StoreLocation.parse(PostgresServer.newDatabase());
    }

    @Nested
    class Recording extends RecordingTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class Snapshots extends SnapshotTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class Edits extends RunEditsTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class OfSweeps extends SweepsTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class OfBundles extends BundleTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class OfTruth extends TruthLayersTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }

    @Nested
    class Injections extends InjectionTest {
        @Override
        StoreLocation newLocation() {
            return fresh();
        }
    }
}
