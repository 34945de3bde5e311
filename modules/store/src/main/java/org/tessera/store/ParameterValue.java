// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value as a row: numbers stay numbers.
 *
 * @param kind long, double, boolean, text, list or null
 * @param number the value of long, double and boolean (0 or 1)
 * @param text the value of text and list (comma between), the digits of a long that no double holds
 */
record ParameterValue(
        String kind, @Nullable Double number, @Nullable String text) {
    static ParameterValue of(@Nullable Object value) {
        if (value == null) {
            return new ParameterValue("null", null, null);
        } else if (value instanceof Long whole) {
            return new ParameterValue("long", whole.doubleValue(), whole.toString());
        } else if (value instanceof Double real) {
            return new ParameterValue("double", real, null);
        } else if (value instanceof Boolean flag) {
            return new ParameterValue("boolean", flag ? 1.0 : 0.0, null);
        } else if (value instanceof List<?> list) {
            return new ParameterValue(
                    "list",
                    null,
                    String.join(",", list.stream().map(Object::toString).toList()));
        } else if (value instanceof String string) {
            return new ParameterValue("text", null, string);
        }
        throw new IllegalArgumentException("not a parameter: " + value.getClass());
    }

    @Nullable
    Object value() {
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
