// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.truth;

import java.util.HashSet;
import java.util.List;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.task.ProblemException;

/**
 * Ground truth: the class of slices as a person knows it. Partial is fine. Immutable.
 *
 * @param grid that each image is cut into
 * @param classes their names, none twice
 * @param labels the place in {@code classes} for each slice of each image, {@link Labels#NONE} where it is not known; images in
 *     order, then rows, then columns
 */
public record TruthLayer(Grid grid, List<String> classes, Labels labels) {
    /** The longest name of a class, in characters. */
    public static final int LONGEST_NAME = 200;

    public TruthLayer {
        classes = List.copyOf(classes);
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new ProblemException("Two classes have one name; rename one of " + String.join(", ", classes) + ".");
        }
        for (String name : classes) {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new ProblemException(
                        "A class has a name of 1 to " + LONGEST_NAME + " characters; rename \"" + name + "\".");
            }
        }
        if (labels.clusters() != classes.size() || labels.size() % grid.slices() != 0) {
            throw new IllegalArgumentException(labels + " for " + classes + " on " + grid);
        }
    }

    /** Number of images. */
    public int images() {
        return labels.size() / grid.slices();
    }

    /** Slices whose class is known. */
    public int known() {
        return labels.labelled().length;
    }
}
