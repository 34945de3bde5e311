// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sweep that begins.
 *
 * @param uuid its own, so that a repeated attempt to begin it adds nothing
 * @param placement where its runs are filed, and what is said of each
 * @param imageSet what they are made from
 * @param again whether known runs are made again
 * @param plan the parameters of each run, in order
 * @param started when
 */
public record NewSweep(
        UUID uuid,
        Placement placement,
        ImageSetRecord imageSet,
        boolean again,
        List<Map<String, @Nullable Object>> plan,
        Instant started) {
    public NewSweep {
        plan = List.copyOf(plan);
    }
}
