// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.time.Clock;
import java.util.Timer;
import java.util.TimerTask;
import org.tessera.store.Store;
import org.tessera.store.StoreException;

/** Says every twenty seconds that this process still works on a sweep, until stopped. */
final class Heartbeat {
    private static final long MILLIS = 20_000;

    private final Timer timer = new Timer("heartbeat of a sweep", true);

    Heartbeat(Store store, long sweep, Clock clock) {
        TimerTask beat = new TimerTask() {
            @Override
            public void run() {
                try {
                    store.sweeps().seen(sweep, clock.instant());
                } catch (StoreException e) {
                    System.getLogger(Heartbeat.class.getName())
                            .log(System.Logger.Level.INFO, "the store does not answer; tried again soon", e);
                }
            }
        };
        timer.schedule(beat, MILLIS, MILLIS);
    }

    /** Not by an interrupt: that would close the store. */
    void stop() {
        timer.cancel();
    }
}
