// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;

/**
 * Where a run is filed, and what its maker says of it.
 *
 * @param project name, 1 to 200 characters
 * @param experiment name, 1 to 200 characters
 * @param name of the run, or null
 * @param note up to 100,000 characters, or null
 * @param tags each once
 */
public record Placement(
        String project,
        String experiment,
        @Nullable String name,
        @Nullable String note,
        List<String> tags) {
    /** The project used where none is named. */
    public static final String DEFAULT_PROJECT = "My project";

    /** The experiment used where none is named. */
    public static final String DEFAULT_EXPERIMENT = "First look";

    public Placement {
        tags = List.copyOf(tags);
        check("project", project);
        check("experiment", experiment);
        if (name != null) {
            check("run", name);
        }
        if (note != null && (note.length() > 100_000 || note.indexOf('\0') >= 0)) {
            throw new ProblemException(
                    "The note is longer than 100,000 characters, or has one that is none; shorten it.");
        }
        for (String tag : tags) {
            if (tag.isBlank() || tag.length() > 100 || tag.indexOf('\0') >= 0) {
                throw new ProblemException(
                        "The tag \"" + tag + "\" is empty or longer than 100 characters; change it.");
            }
        }
    }

    private static void check(String what, String name) {
        if (name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0) {
            throw new ProblemException(
                    "The name of the " + what + " is empty or longer than 200 characters; change it.");
        }
    }

    /** The defaults, without name, note or tags. */
    public static Placement ofDefaults() {
        return new Placement(DEFAULT_PROJECT, DEFAULT_EXPERIMENT, null, null, List.of());
    }
}
