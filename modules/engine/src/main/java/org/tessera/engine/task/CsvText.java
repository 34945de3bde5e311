// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

/** CSV (RFC 4180) as text. */
public final class CsvText {
    private CsvText() {}

    /** One field of a line, in quotes where it needs them. */
    public static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
