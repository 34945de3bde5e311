// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;

/** How far two slices are apart in agglomerative clustering. */
public enum Distance {
    /** The length of the difference. */
    EUCLIDEAN,
    /** One minus the cosine of the angle between them, 0..2: direction counts, length does not. */
    COSINE;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException naming the nearest known one */
    public static Distance parse(String text) {
        List<String> ids = Arrays.stream(values()).map(Distance::id).toList();
        int found = ids.indexOf(text.strip().toLowerCase(Locale.ROOT));
        if (found < 0) {
            throw new ProblemException("There is no metric \"" + text + "\". " + Suggestion.of(text, ids));
        }
        return values()[found];
    }
}
