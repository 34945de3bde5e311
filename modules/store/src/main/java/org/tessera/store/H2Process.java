// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * This process among those that share H2 files. The one that opens a file first serves it to the others.
 *
 * <p>When it exits, H2 would close the file under the statements of the others: it rolls back their transactions half-way, and
 * what their next statements change can be committed by itself ({@code SessionLocal.close}, 2.4.240). Here a file that others
 * use is left as at a kill instead, which H2 is safe against: they see a broken connection, and begin their transaction again.
 */
final class H2Process {
    private static final long LAST_WORK_NANOS = 2_000_000_000L;

    private static final Set<H2Connections> OPEN = ConcurrentHashMap.newKeySet();

    static {
        // before H2 loads: its server for our other processes must not listen to other machines
        System.setProperty("h2.bindAddress", "127.0.0.1");
        doNotCloseAtExit();
        Runtime.getRuntime().addShutdownHook(new Thread(H2Process::leave, "Tessera leaves its stores"));
    }

    private H2Process() {}

    /** Makes this process one that may share files; before H2 is first used. */
    static void prepare() {
        // once, in the static block
    }

    /** H2 refuses {@code DB_CLOSE_ON_EXIT=FALSE} for a shared file, so it is told that the exit has begun and it is too late. */
    private static void doNotCloseAtExit() {
        try {
            Field begun = Class.forName("org.h2.engine.OnExitDatabaseCloser").getDeclaredField("terminated");
            begun.setAccessible(true);
            begun.setBoolean(null, true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of H2 closes files at exit in a way not known here.", e);
        }
    }

    static void opened(H2Connections connections) {
        OPEN.add(connections);
    }

    static void closed(H2Connections connections) {
        OPEN.remove(connections);
    }

    private static void leave() {
        Leaving.awaitWork();
        long end = System.nanoTime() + LAST_WORK_NANOS;
        try {
            for (H2Connections connections : OPEN) {
                connections.leave(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
