// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Workers;
import org.tessera.store.Placement;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;

/** A tracker on a store, a cache and two tiles of its own. */
abstract class TrackerFixture {
    static final Placement HERE = Placement.ofDefaults();

    @TempDir
    Path folder;

    Store store;
    Workers workers;
    Tracker tracker;
    Source source;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(StoreLocation.parse(folder.resolve("s").toString()));
        workers = new Workers(2);
        tracker = new Tracker(
                store, workers, Clock.systemUTC(), StatisticSet.BUILT_IN, new FeatureCache(folder.resolve("cache")));
        source = Tiles.write(Files.createDirectory(folder.resolve("tiles")));
    }

    @AfterEach
    void close() {
        store.close();
        workers.close();
    }
}
