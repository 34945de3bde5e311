// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.Optional;
import org.tessera.store.RunRecord;

/**
 * What a run would be that is not recorded.
 *
 * @param details its record has the number {@link RunRecord#UNRECORDED}
 * @param identical the recorded run that was asked the same, if there is one
 */
public record LiveResult(RunDetails details, Optional<RunRecord> identical) {}
