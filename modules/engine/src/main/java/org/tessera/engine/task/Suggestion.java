// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known name nearest to a mistyped one. */
public final class Suggestion {
    private Suggestion() {}

    /** A sentence such as {@code Did you mean "mean"?}, or the list of what is known if nothing is near. */
    public static String of(String mistyped, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String given = mistyped.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance.apply(given, name)))
                .filter(name -> distance.apply(given, name) <= Math.max(2, name.length() / 3))
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElseGet(() -> "Known are " + String.join(", ", known) + ".");
    }
}
