// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Does work on a database again, all of it, while what fails it may pass by itself: as when another process takes over from the
 * one that served the file, or two processes make the same row.
 */
final class Patience {
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final long PAUSE_MILLIS = 50;

    private Patience() {}

    /** @throws JdbiException or StoreException, as the work does, where it does not pass or the thread was interrupted */
    static <T> T with(Database database, Supplier<T> work) {
        long giveUp = System.nanoTime() + MOST_NANOS;
        while (true) {
            try {
                return work.get();
            } catch (JdbiException | StoreException e) {
                SQLException cause = sqlCause(e);
                boolean passing = cause != null && (database.passes(cause) || isRace(cause));
                if (!passing || System.nanoTime() > giveUp || !paused()) {
                    throw e;
                }
            }
        }
    }

    static @Nullable SQLException sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRace(SQLException e) {
        return "23505".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
    }
}
