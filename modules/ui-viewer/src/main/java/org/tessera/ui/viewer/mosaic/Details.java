// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finer levels of the images that were looked at last, within bounded memory. Any thread. */
final class Details {
    private final long most;
    private final Map<Integer, Held> images = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param levels of an image, finest first; empty if it cannot be read */
    private record Held(List<Level> levels, long bytes) {}

    /** @param most bytes that are held, unless one image alone needs more */
    Details(long most) {
        this.most = most;
    }

    synchronized void put(int image, List<Level> levels) {
        Held before = images.remove(image);
        long its = levels.stream().mapToLong(Level::bytes).sum();
        images.put(image, new Held(List.copyOf(levels), its));
        bytes += its - (before == null ? 0 : before.bytes);
        var eldest = images.entrySet().iterator();
        while (bytes > most && images.size() > 1) {
            bytes -= eldest.next().getValue().bytes;
            eldest.remove();
        }
    }

    /** An image in a resolution, or in the finest there is if that is coarser. */
    synchronized Optional<Level> level(int image, int factor) {
        @Nullable Held held = images.get(image);
        return held == null
                ? Optional.empty()
                : held.levels.stream().filter(level -> level.factor() >= factor).findFirst();
    }

    /** Whether more of an image could be read. */
    synchronized boolean lacks(int image, int factor) {
        @Nullable Held held = images.get(image);
        return held == null || (!held.levels.isEmpty() && held.levels.get(0).factor() > factor);
    }

    synchronized long bytes() {
        return bytes;
    }
}
