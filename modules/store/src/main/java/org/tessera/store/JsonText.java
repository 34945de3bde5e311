// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as text. */
public final class JsonText {
    private static final JSON WRITER =
            JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private JsonText() {}

    /** Maps, lists, numbers, texts, booleans and null as one JSON document that a person can read. */
    public static String write(Object value) {
        try {
            return WRITER.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String compact(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if the text is no JSON object */
    public static Map<String, @Nullable Object> read(String document) {
        try {
            return JSON.std.mapFrom(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
