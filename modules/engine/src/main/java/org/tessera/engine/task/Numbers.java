// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses whole numbers, lists and ranges as a person types them: {@code 2,4,8..16:4}. */
public final class Numbers {
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)(?::(\\d+))?");
    private static final int MOST = 10_000;

    private Numbers() {}

    /** @throws ProblemException naming {@code what} if the text is no whole number within {@code least..most} */
    public static int whole(String what, String text, int least, int most) {
        try {
            long value = Long.parseLong(text.strip());
            if (value >= least && value <= most) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(what + " is \"" + text + "\"; give a whole number from " + least + ".", e);
        }
        throw new ProblemException(what + " is " + text.strip() + "; give "
                + (most == Integer.MAX_VALUE
                        ? least + " or more."
                        : "a whole number from " + least + " to " + most + "."));
    }

    /** The words of a comma list in which {@code a..b} and {@code a..b:step} are written out. */
    public static List<String> expand(String what, String text) {
        List<String> words = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (part.isBlank()) {
                throw new ProblemException(what + " \"" + text + "\" has an empty entry; write it like 2,4,8..16:4.");
            } else if (!range.matches()) {
                words.add(part.strip());
            } else {
                int from = whole(what, range.group(1), 0, Integer.MAX_VALUE);
                int to = whole(what, range.group(2), 0, Integer.MAX_VALUE);
                int step =
                        range.group(3) == null ? 1 : whole("The step of " + what, range.group(3), 1, Integer.MAX_VALUE);
                if (to < from || (to - from) / step >= MOST) {
                    throw new ProblemException(what + " has the range " + part.strip()
                            + "; write it upward and with at most " + MOST + " values.");
                }
                for (long value = from; value <= to; value += step) {
                    words.add(Long.toString(value));
                }
            }
        }
        return List.copyOf(words);
    }
}
