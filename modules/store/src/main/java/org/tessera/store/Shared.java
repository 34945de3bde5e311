// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.HashMap;
import java.util.Map;

/** Equal values become one object, so that many runs take little room. One thread. */
final class Shared {
    private final Map<Object, Object> known = new HashMap<>();

    @SuppressWarnings("unchecked")
    <T> T one(T value) {
        return (T) known.computeIfAbsent(value, itself -> itself);
    }
}
