// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** "Did you mean": the known name nearest to a mistyped one. */
public final class Suggestion {
    private Suggestion() {}

    /** A sentence such as {@code Did you mean "mean"?}, or the list of what is known if nothing is near. */
    public static String of(String mistyped, Collection<String> known) {
        String given = mistyped.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(given, name)))
                .filter(name -> distance(given, name) <= Math.max(2, name.length() / 3))
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElseGet(() -> "Known are " + String.join(", ", known) + ".");
    }

    /** Levenshtein's edit distance (1966): insertions, deletions and replacements. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
