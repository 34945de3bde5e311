// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter's value as schemas before version 5 kept it in a row. */
final class ParameterValue {
    private ParameterValue() {}

    /**
     * The value of a row.
     *
     * @param kind long, double, boolean, text, list or null
     * @param number the value of double and boolean (0 or 1)
     * @param text the value of text and list (comma between), the digits of a long
     */
    static @Nullable Object of(String kind, @Nullable Double number, @Nullable String text) {
        return switch (kind) {
            case "long" -> Long.valueOf(text == null ? "0" : text);
            case "double" -> number;
            case "boolean" -> number != null && number != 0;
            case "list" -> text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
            case "text" -> text;
            default -> null;
        };
    }
}
