// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * What runs are sorted by.
 *
 * @param field see {@link RunFields}
 * @param descending whether the highest comes first
 */
public record SortKey(String field, boolean descending) {
    /** A field as typed, descending with a minus before it. */
    public static SortKey parse(String text) {
        return text.startsWith("-") ? new SortKey(text.substring(1), true) : new SortKey(text, false);
    }
}
