// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded sweep.
 *
 * @param id its number in this store
 * @param project name of its project
 * @param experiment name of its experiment
 * @param imageSet id of its image set
 * @param status where it stands
 * @param planned runs asked for
 * @param started when
 * @param finished when, or null while it runs
 */
public record SweepRecord(
        long id,
        String project,
        String experiment,
        long imageSet,
        Status status,
        int planned,
        Instant started,
        @Nullable Instant finished) {}
