// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** How far two clusters are apart, Euclidean. */
public enum Linkage {
    /** The farthest pair. */
    COMPLETE,
    /** The mean over all pairs. */
    AVERAGE,
    /** The nearest pair. */
    SINGLE,
    /** The growth of the within-cluster sum of squares (Ward 1963). */
    WARD;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException naming the nearest known one */
    public static Linkage parse(String text) {
        List<String> ids = Arrays.stream(values()).map(Linkage::id).toList();
        int found = ids.indexOf(text.strip().toLowerCase(Locale.ROOT));
        if (found < 0) {
            throw new ProblemException("There is no linkage \"" + text + "\". " + Suggestion.of(text, ids));
        }
        return values()[found];
    }
}
