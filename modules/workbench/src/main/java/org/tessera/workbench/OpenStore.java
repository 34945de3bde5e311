// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Workers;
import org.tessera.store.Store;
import org.tessera.tracking.DetailsLoader;
import org.tessera.tracking.FeatureCache;
import org.tessera.tracking.LiveRuns;
import org.tessera.tracking.Stability;
import org.tessera.tracking.Tracker;

/** An open store and what works on it; it is closed when neither the window nor work that records in it needs it. */
record OpenStore(
        Store store, Tracker tracker, DetailsLoader details, LiveRuns live, Stability stability, AtomicInteger users) {
    static OpenStore of(Store store, Workers workers, StatisticSet statistics, FeatureCache cache) {
        return new OpenStore(
                store,
                new Tracker(store, workers, Clock.systemUTC(), statistics, cache),
                new DetailsLoader(store, workers, statistics, cache),
                new LiveRuns(store, workers, Clock.systemUTC(), statistics, cache),
                new Stability(store, workers, statistics, cache),
                new AtomicInteger(1));
    }

    void use() {
        users.incrementAndGet();
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            store.close();
        }
    }
}
