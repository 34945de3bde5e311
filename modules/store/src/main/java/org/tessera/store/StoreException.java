// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import org.tessera.engine.task.ProblemException;

/** The store cannot be opened, read or written; the message says which and what to do. */
public final class StoreException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, what to do */
    public StoreException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, what to do
     * @param cause what the log should show besides
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
