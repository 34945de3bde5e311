// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/** The end of a process that uses stores. Any thread. */
public final class Leaving {
    private static volatile Runnable work = () -> {};

    private Leaving() {}

    /**
     * Says how a process that is told to exit ends its work: stores can be used until this returns, and are closed or left to
     * other processes then.
     */
    public static void after(Runnable end) {
        work = end;
    }

    static void awaitWork() {
        work.run();
    }
}
