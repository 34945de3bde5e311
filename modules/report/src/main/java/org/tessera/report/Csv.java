// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

/** One field of a CSV line (RFC 4180). */
final class Csv {
    private Csv() {}

    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
