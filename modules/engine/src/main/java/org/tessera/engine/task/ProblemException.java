// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

/**
 * A problem a user can act on. Its message is one sentence: what is wrong, where, what to do. Front ends show the
 * message as it is; everything else is a defect and goes to the log with its trace.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, what to do */
    public ProblemException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, what to do
     * @param cause what the log should show besides
     */
    public ProblemException(String message, Throwable cause) {
        super(message, cause);
    }
}
