// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

/**
 * A moment of a store.
 *
 * @param changes number of the last transaction that wrote
 * @param purges runs removed for good so far
 */
record Mark(long changes, long purges) {
    static Mark parse(String text) {
        int dot = text.indexOf('.');
        return new Mark(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return changes + "." + purges;
    }
}
