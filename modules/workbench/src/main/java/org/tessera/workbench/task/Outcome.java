// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.task;

/** How long work ended: exactly one of three. */
public sealed interface Outcome<T> {
    /**
     * It ended well.
     *
     * @param result what came of it
     */
    record Done<T>(T result) implements Outcome<T> {}

    /** The user stopped it. */
    record Cancelled<T>() implements Outcome<T> {}

    /**
     * It failed.
     *
     * @param message one sentence for the user
     * @param expected false for a defect, whose trace is in the log
     */
    record Failed<T>(String message, boolean expected) implements Outcome<T> {}
}
