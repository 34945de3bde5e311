// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counters that are used again for the next image: they are large. One a thread. */
final class CounterPool {
    private final Map<Integer, List<SliceCounter>> kept = new HashMap<>();
    private final List<SliceCounter> counted = new ArrayList<>();
    private final Map<Integer, Integer> keptInUse = new HashMap<>();
    private int countedInUse;

    /** No counter is in use any more. */
    void reset() {
        // other sizes of slices than the last image's are not likely to come again
        kept.keySet().retainAll(keptInUse.keySet());
        keptInUse.clear();
        countedInUse = 0;
    }

    /** Counters for slices of a size, not in use elsewhere until the next reset. */
    List<SliceCounter> take(int number, int pixels) {
        if (pixels > SliceCounter.MOST_KEPT) {
            List<SliceCounter> taken = take(counted, countedInUse, number, pixels);
            countedInUse += number;
            return taken;
        }
        int used = keptInUse.getOrDefault(pixels, 0);
        keptInUse.put(pixels, used + number);
        return take(kept.computeIfAbsent(pixels, size -> new ArrayList<>()), used, number, pixels);
    }

    private static List<SliceCounter> take(List<SliceCounter> pool, int used, int number, int pixels) {
        while (pool.size() < used + number) {
            pool.add(SliceCounter.forSlicesOf(pixels));
        }
        return List.copyOf(pool.subList(used, used + number));
    }
}
